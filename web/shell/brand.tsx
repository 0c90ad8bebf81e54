export const BrandMark = ({ size = 20 }: { size?: number }) => (
  <img src="/favicon.svg" width={size} height={size} alt="" />
);
