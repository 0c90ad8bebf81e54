export interface paths {
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List claims, the newest first
         * @description For the roles intake, reviewer, senior_reviewer, auditor, ml.
         */
        get: operations["listClaims"];
        put?: never;
        /**
         * Hand in a packet. Idempotent by the id; answers when the claim is durably started
         * @description For the roles intake.
         */
        post: operations["handIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/documents/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Upload one document for a claim that is to be handed in, or that it is to be added to
         * @description For the roles intake.
         */
        put: operations["stageDocument"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add documents to a claim that is open; only these are read
         * @description For the roles intake.
         */
        post: operations["addDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a claim
         * @description For the roles intake, senior_reviewer.
         */
        post: operations["cancelClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export settled and open claims with the recorded fields; formulas are neutralised
         * @description For the roles senior_reviewer, auditor.
         */
        get: operations["exportClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A claim as it stands: of a settled one the record, of an open one what is known so far
         * @description For the roles intake, reviewer, senior_reviewer, auditor.
         */
        get: operations["showClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/content/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of one document of a claim
         * @description For the roles intake, reviewer, senior_reviewer, auditor.
         */
        get: operations["showDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/content/{sha256}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The text of one page with the place of every word
         * @description For the roles intake, reviewer, senior_reviewer, auditor.
         */
        get: operations["showPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/content/{sha256}/pages/{page}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One page as people see it
         * @description For the roles intake, reviewer, senior_reviewer, auditor.
         */
        get: operations["showPageImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a claim: each step, when, by which model, and who decided
         * @description For the roles intake, reviewer, senior_reviewer, auditor, ml.
         */
        get: operations["showTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a reviewer: by the hour of the deadline, then the more urgent, then by expected errors
         * @description For the roles reviewer, senior_reviewer, auditor.
         */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A review: its state, and every field with evidence, doubts and the other candidates
         * @description For the roles reviewer, senior_reviewer, auditor.
         */
        get: operations["showReview"];
        put?: never;
        /**
         * Decide a review: confirm and correct fields, approve or reject. The reviewer is who is signed in
         * @description For the roles reviewer, senior_reviewer.
         */
        post: operations["submitReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/review/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that somebody begins to work on a review: from here to the submission its time is measured
         * @description For the roles reviewer, senior_reviewer.
         */
        post: operations["openReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/review/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a review, so that nobody else decides it
         * @description For the roles reviewer, senior_reviewer.
         */
        post: operations["holdReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/review/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a review back
         * @description For the roles reviewer, senior_reviewer.
         */
        post: operations["releaseReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether a claim that is past its budget is read on
         * @description For the roles reviewer, senior_reviewer.
         */
        post: operations["decideBudget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Blind second readings, waiting or decided, the newest first
         * @description For the roles reviewer, senior_reviewer, auditor.
         */
        get: operations["listAudits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The packet of a blind reading: its documents and pages, never a value
         * @description For the roles reviewer, senior_reviewer, auditor.
         */
        get: operations["showAudit"];
        put?: never;
        /**
         * Hand in a blind reading: the 23 values. Refused from who has seen the claim’s values
         * @description For the roles reviewer, senior_reviewer, auditor.
         */
        post: operations["submitAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disagreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Claims of which two readings differ, waiting for a senior or decided, the newest first
         * @description For the roles senior_reviewer, auditor.
         */
        get: operations["listDisagreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disagreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Both readings of every field on which they differ
         * @description For the roles senior_reviewer, auditor.
         */
        get: operations["showDisagreement"];
        put?: never;
        /**
         * Decide every field on which two readings differ: the first, the second, or another value
         * @description For the roles senior_reviewer.
         */
        post: operations["decideDisagreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Throughput, quality and the reviewers’ work over a period
         * @description For the roles reviewer, senior_reviewer, auditor, ml.
         */
        get: operations["showDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Model versions, and which of them reads new claims
         * @description For the roles ml, auditor, senior_reviewer.
         */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A model version: its stages and evaluations
         * @description For the roles ml, auditor, senior_reviewer.
         */
        get: operations["showModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rounds of training, the newest first
         * @description For the roles ml, auditor, senior_reviewer.
         */
        get: operations["listRounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a round of training is
         * @description For the roles ml, auditor, senior_reviewer.
         */
        get: operations["showRound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["showMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of a browser */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who read or changed what, the oldest first
         * @description For the roles auditor.
         */
        get: operations["readAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server runs */
        get: operations["showHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether database, workflow server and object store answer */
        get: operations["showReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["showOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page */
        get: operations["showDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a problem means */
        get: operations["showProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SubmitAudit: {
            values: {
                claimant_name: string | null;
                claimant_dob: string | null;
                claimant_phone: string | null;
                claimant_email: string | null;
                claimant_address: string | null;
                policy_number: string | null;
                policy_type: ("personal_auto" | "commercial_auto" | "homeowners" | "renters" | "commercial_property" | "general_liability") | null;
                policy_effective_date: string | null;
                policy_expiration_date: string | null;
                incident_date: string | null;
                incident_time: string | null;
                incident_type: ("collision" | "theft" | "vandalism" | "fire" | "water_damage" | "wind_hail" | "weather_other" | "liability_injury" | "other") | null;
                incident_location: string | null;
                incident_description: string | null;
                damage_description: string | null;
                insured_item: string | null;
                estimated_amount: number | null;
                deductible_amount: number | null;
                injuries_reported: boolean | null;
                third_parties: string[] | null;
                police_report_number: string | null;
                reported_date: string | null;
                coverage_determination: ("covered" | "partially_covered" | "not_covered" | "needs_investigation") | null;
            };
        };
        DecideDisagreement: {
            fields: {
                [key: string]: {
                    /** @constant */
                    decision: "first";
                } | {
                    /** @constant */
                    decision: "second";
                } | {
                    /** @constant */
                    decision: "other";
                    value: unknown;
                };
            };
            /** @default  */
            note?: string;
        };
        HandIn: {
            /** @description default: from a hash of the documents */
            id?: string;
            /** @description uploaded before, by their SHA-256; default: all that were uploaded for this claim */
            documents?: {
                sha256: string;
                /** @default  */
                name?: string;
            }[];
            /**
             * @description 1 (urgent) to 5 (batch)
             * @default 3
             */
            priority?: number;
        };
        AddDocuments: {
            /** @description uploaded before, by their SHA-256; default: all that were uploaded for this claim */
            documents?: {
                sha256: string;
                /** @default  */
                name?: string;
            }[];
        };
        SubmitReview: {
            version: number;
            /** @default {} */
            fields?: {
                [key: string]: {
                    /** @constant */
                    decision: "confirm";
                } | {
                    /** @constant */
                    decision: "correct";
                    value: unknown;
                };
            };
            /**
             * @default approve
             * @enum {string}
             */
            decision?: "approve" | "reject";
            /** @default reviewed */
            reasonCode?: string;
            /** @default  */
            note?: string;
            work?: {
                /**
                 * Format: uuid
                 * @description as opening the review answered it
                 */
                session: string;
                keyStrokes: number;
                pointerActions: number;
                /** @description with the page in front */
                activeMs: number;
                /** @description a program worked the page, no person */
                simulated: boolean;
            };
        };
        OpenReview: {
            version: number;
        };
        DecideBudget: {
            /** @enum {string} */
            decision: "approve" | "reject";
        };
        Evidence: {
            /** @description SHA-256 of a document */
            document: string;
            page: number;
            /** @description offset in the text of the page */
            start: number;
            end: number;
            quote: string;
            /** @description one for each printed line; none where the page has no image */
            boxes: number[][];
            ocrConfidence?: number;
        } & {
            [key: string]: unknown;
        };
        RecordedField: {
            value: string | number | boolean | string[] | null;
            confidence: number;
            /** @description model, rule, or reviewer: and who */
            decidedBy: string;
            evidence: components["schemas"]["Evidence"][];
            derivation?: {
                rule: string;
                fields: ("claimant_name" | "claimant_dob" | "claimant_phone" | "claimant_email" | "claimant_address" | "policy_number" | "policy_type" | "policy_effective_date" | "policy_expiration_date" | "incident_date" | "incident_time" | "incident_type" | "incident_location" | "incident_description" | "damage_description" | "insured_item" | "estimated_amount" | "deductible_amount" | "injuries_reported" | "third_parties" | "police_report_number" | "reported_date" | "coverage_determination")[];
            };
            /** @description the value before a reviewer corrected it */
            before?: string | number | boolean | string[] | null;
            /** @description of the value as read, where a person decided it */
            modelConfidence?: number;
        };
        Alternative: {
            value: string | number | boolean | string[] | null;
            /** @enum {string} */
            grounding: "exact" | "normalised" | "partial" | "derived" | "none";
            chunk: string;
            evidence: components["schemas"]["Evidence"][];
        } & {
            [key: string]: unknown;
        };
        DoubtfulField: {
            value: string | number | boolean | string[] | null;
            confidence: number;
            sure: boolean;
            doubts: ("low_confidence" | "not_in_text" | "chunks_disagree" | "documents_contradict" | "invalid" | "rule_disagrees" | "ambiguous_date" | "label_disagrees" | "label_without_value")[];
            /** @enum {string} */
            grounding: "exact" | "normalised" | "partial" | "derived" | "none";
            evidence: components["schemas"]["Evidence"][];
            derivation?: {
                rule: string;
                fields: ("claimant_name" | "claimant_dob" | "claimant_phone" | "claimant_email" | "claimant_address" | "policy_number" | "policy_type" | "policy_effective_date" | "policy_expiration_date" | "incident_date" | "incident_time" | "incident_type" | "incident_location" | "incident_description" | "damage_description" | "insured_item" | "estimated_amount" | "deductible_amount" | "injuries_reported" | "third_parties" | "police_report_number" | "reported_date" | "coverage_determination")[];
            };
            /** @description every value that some part of the packet named, best first */
            candidates: components["schemas"]["Alternative"][];
        } & {
            [key: string]: unknown;
        };
        DocumentAccount: {
            /** @description SHA-256 of a document */
            document: string;
            name: string;
            /** @description pages of pdf, png, jpeg and tiff have images */
            kind: string | null;
            attachedTo: string | null;
            pages: {
                page: number;
                /** @enum {string} */
                source: "text" | "text_layer" | "ocr" | "unread";
            }[];
            rejection: ({
                code: string;
                detail: string;
            } & {
                [key: string]: unknown;
            }) | null;
        };
        Claim: {
            id: string;
            tenant: string;
            /** @enum {string} */
            status: "received" | "reading" | "extracting" | "awaiting_budget" | "in_review" | "recording" | "completed" | "rejected" | "cancelled";
            reasons: string[];
            fields: {
                [key: string]: components["schemas"]["RecordedField"];
            };
            documents: components["schemas"]["DocumentAccount"][];
            pages: {
                document: string;
                page: number;
                source: string;
            }[];
            completeness: {
                documents: number;
                rejectedDocuments: number;
                pages: number;
                unreadPages: number;
                chunks: number;
                unreadChunks: number;
                complete: boolean;
            } | null;
            timings: {
                [key: string]: number;
            };
            usage: {
                promptTokens: number;
                completionTokens: number;
                engineMs: number;
                requests: number;
            } | null;
            costUsd: number | null;
            model: {
                name: string;
                promptVersion: string;
                calibration: string;
            } | null;
        };
        Accepted: {
            /** @constant */
            accepted: true;
        };
        Disagreement: {
            id: string;
            /** Format: date-time */
            openedAt: string;
            reminders: number;
            /** @description those on which the readings differ */
            fields: ("claimant_name" | "claimant_dob" | "claimant_phone" | "claimant_email" | "claimant_address" | "policy_number" | "policy_type" | "policy_effective_date" | "policy_expiration_date" | "incident_date" | "incident_time" | "incident_type" | "incident_location" | "incident_description" | "damage_description" | "insured_item" | "estimated_amount" | "deductible_amount" | "injuries_reported" | "third_parties" | "police_report_number" | "reported_date" | "coverage_determination")[];
            /** @description who read the claim blind */
            second: string;
            decidedBy: string | null;
            decidedAt: string | null;
            documents: components["schemas"]["DocumentAccount"][];
            readings: {
                /** @enum {string} */
                field: "claimant_name" | "claimant_dob" | "claimant_phone" | "claimant_email" | "claimant_address" | "policy_number" | "policy_type" | "policy_effective_date" | "policy_expiration_date" | "incident_date" | "incident_time" | "incident_type" | "incident_location" | "incident_description" | "damage_description" | "insured_item" | "estimated_amount" | "deductible_amount" | "injuries_reported" | "third_parties" | "police_report_number" | "reported_date" | "coverage_determination";
                first: {
                    value: string | number | boolean | string[] | null;
                    /** @description model, rule, or reviewer: and who */
                    decidedBy: string;
                    evidence: components["schemas"]["Evidence"][];
                };
                second: {
                    value: string | number | boolean | string[] | null;
                };
                decided: {
                    value: string | number | boolean | string[] | null;
                } | null;
            }[];
            note: string | null;
        };
        AuditList: {
            audits: {
                id: string;
                /** Format: date-time */
                openedAt: string;
                reminders: number;
                auditor: string | null;
                decidedAt: string | null;
                compared: number | null;
                agreed: number | null;
                differing: string[] | null;
            }[];
            next: string | null;
        };
        Audit: {
            id: string;
            decided: boolean;
            documents: components["schemas"]["DocumentAccount"][];
        };
        DisagreementList: {
            disagreements: {
                id: string;
                /** Format: date-time */
                openedAt: string;
                reminders: number;
                /** @description those on which the readings differ */
                fields: ("claimant_name" | "claimant_dob" | "claimant_phone" | "claimant_email" | "claimant_address" | "policy_number" | "policy_type" | "policy_effective_date" | "policy_expiration_date" | "incident_date" | "incident_time" | "incident_type" | "incident_location" | "incident_description" | "damage_description" | "insured_item" | "estimated_amount" | "deductible_amount" | "injuries_reported" | "third_parties" | "police_report_number" | "reported_date" | "coverage_determination")[];
                /** @description who read the claim blind */
                second: string;
                decidedBy: string | null;
                decidedAt: string | null;
            }[];
            next: string | null;
        };
        HandedIn: {
            id: string;
            /** @enum {string} */
            status: "received" | "reading" | "extracting" | "awaiting_budget" | "in_review" | "recording" | "completed" | "rejected" | "cancelled";
            /**
             * @description what handing in found
             * @enum {string}
             */
            found: "nothing" | "running" | "settled";
        };
        StagedDocument: {
            sha256: string;
            name: string;
            bytes: number;
        };
        ClaimLine: {
            id: string;
            /** @enum {string} */
            status: "received" | "reading" | "extracting" | "awaiting_budget" | "in_review" | "recording" | "completed" | "rejected" | "cancelled";
            model: string | null;
            priority: number;
            /** Format: date-time */
            submittedAt: string;
            settledAt: string | null;
            delivery: string | null;
            /** @description of the review that is open */
            queue: string | null;
            dueAt: string | null;
            heldBy: string | null;
            heldAt: string | null;
        };
        PageText: {
            document: string;
            page: number;
            /** @enum {string} */
            source: "text" | "text_layer" | "ocr";
            /** @description in points; absent where the page has no image */
            width?: number;
            height?: number;
            text: string;
            words: {
                /** @description offset in the text */
                start: number;
                end: number;
                box?: number[];
                ocrConfidence?: number;
            }[];
        };
        Timeline: {
            id: string;
            /** @enum {string} */
            status: "received" | "reading" | "extracting" | "awaiting_budget" | "in_review" | "recording" | "completed" | "rejected" | "cancelled";
            /** Format: date-time */
            submittedAt: string;
            settledAt: string | null;
            model: {
                name: string;
                promptVersion: string;
                calibration: string;
            } | null;
            /**
             * @description where the steps are from: the workflow’s history while it is kept, else the record
             * @enum {string}
             */
            steps: "history" | "record" | "none";
            /** @description the workflow in the Temporal UI */
            temporalUrl: string | null;
            entries: {
                /** @description null: only how long it took is known */
                at: string | null;
                /** @description null: it is a moment, or goes on */
                until: string | null;
                tookMs: number | null;
                /** @enum {string} */
                kind: "step" | "person" | "delivery";
                /** @description the name of a step (readDocument) or of an action (review.submit) */
                what: string;
                /** @description the person, or the worker that carried out the step */
                who: string | null;
                model: string | null;
                attempts: number | null;
                /** @enum {string} */
                outcome: "done" | "running" | "waiting" | "failed" | "cancelled";
                detail: {
                    [key: string]: string | number | boolean | null | string[];
                };
            }[];
        };
        Added: {
            added: number;
        };
        Cancelling: {
            id: string;
        };
        ClaimList: {
            claims: components["schemas"]["ClaimLine"][];
            next: string | null;
        };
        Dashboard: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            by: "hour" | "day";
            total: {
                handedIn: number;
                settled: number;
                completed: number;
                /** @description completed without a person */
                autoAccepted: number;
                rejected: number;
                cancelled: number;
                /** @description of the model, over the fields that it read */
                meanConfidence: number | null;
                fieldsRead: number;
                /** @description fields of claims that a person reviewed */
                reviewedFields: number;
                /** @description of these, those that stayed as they were read */
                uncorrectedFields: number;
                /** @description fields of claims that were read blind */
                auditedFields: number;
                /** @description of these, those on which the readings agree */
                agreedFields: number;
            };
            /** @description without gaps, the oldest first */
            stretches: {
                /** Format: date-time */
                from: string;
                handedIn: number;
                settled: number;
                completed: number;
                /** @description completed without a person */
                autoAccepted: number;
                rejected: number;
                cancelled: number;
                /** @description of the model, over the fields that it read */
                meanConfidence: number | null;
                fieldsRead: number;
                /** @description fields of claims that a person reviewed */
                reviewedFields: number;
                /** @description of these, those that stayed as they were read */
                uncorrectedFields: number;
                /** @description fields of claims that were read blind */
                auditedFields: number;
                /** @description of these, those on which the readings agree */
                agreedFields: number;
            }[];
            queues: {
                queue: string;
                waiting: number;
                held: number;
                overdue: number;
                oldestSeconds: number | null;
                medianSeconds: number | null;
            }[];
            reviews: {
                measured: {
                    /** @description from open to submit */
                    minutes: {
                        claims: number;
                        p50: number | null;
                        p90: number | null;
                        mean: number | null;
                    };
                    /** @description with the page in front */
                    activeMinutes: {
                        claims: number;
                        p50: number | null;
                        p90: number | null;
                        mean: number | null;
                    };
                    keyStrokes: {
                        claims: number;
                        p50: number | null;
                        p90: number | null;
                        mean: number | null;
                    };
                    pointerActions: {
                        claims: number;
                        p50: number | null;
                        p90: number | null;
                        mean: number | null;
                    };
                };
                simulated: {
                    /** @description from open to submit */
                    minutes: {
                        claims: number;
                        p50: number | null;
                        p90: number | null;
                        mean: number | null;
                    };
                    /** @description with the page in front */
                    activeMinutes: {
                        claims: number;
                        p50: number | null;
                        p90: number | null;
                        mean: number | null;
                    };
                    keyStrokes: {
                        claims: number;
                        p50: number | null;
                        p90: number | null;
                        mean: number | null;
                    };
                    pointerActions: {
                        claims: number;
                        p50: number | null;
                        p90: number | null;
                        mean: number | null;
                    };
                };
            };
            lastReviews: {
                id: string;
                /** Format: date-time */
                submittedAt: string;
                minutes: number;
                keyStrokes: number;
                pointerActions: number;
                simulated: boolean;
            }[];
        };
        Model: {
            name: string;
            /** @description reads new claims */
            active: boolean;
            /** @description where it stands on its way to production */
            stage: string;
            maturity: string;
            promptVersion: string;
            calibration: string | null;
            contextTokens: number;
            licence: string;
            origin: string;
            stages: {
                stage: string;
                /** Format: date-time */
                at: string;
                by: string | null;
                reason: string | null;
            }[];
            /** @description the newest first */
            evaluations: {
                dataset: string;
                /** Format: date-time */
                at: string;
                claims: number;
                fieldAccuracy: number;
                /** @description 95 % */
                fieldAccuracyInterval: number[];
                /** @description over the fields whose label states a value */
                statedAccuracy: number | null;
                formatCompliance: number | null;
                /** @description expected calibration error */
                ece: number | null;
                auroc: number | null;
                latencyMsP50: number | null;
                costUsdPerClaim: number | null;
                perField: {
                    /** @enum {string} */
                    field: "claimant_name" | "claimant_dob" | "claimant_phone" | "claimant_email" | "claimant_address" | "policy_number" | "policy_type" | "policy_effective_date" | "policy_expiration_date" | "incident_date" | "incident_time" | "incident_type" | "incident_location" | "incident_description" | "damage_description" | "insured_item" | "estimated_amount" | "deductible_amount" | "injuries_reported" | "third_parties" | "police_report_number" | "reported_date" | "coverage_determination";
                    n: number;
                    accuracy: number;
                    interval: number[];
                }[];
            }[];
            /** @description claims of this tenant that it read */
            claimsRead: number;
        };
        Round: {
            id: string;
            /** @enum {string} */
            state: "running" | "waiting" | "promoted" | "refused" | "failed" | "cancelled";
            step: string;
            model: string | null;
            /** Format: date-time */
            startedAt: string;
            endedAt: string | null;
            steps: {
                step: string;
                /** @enum {string} */
                state: "waiting" | "running" | "done" | "failed";
                startedAt: string | null;
                endedAt: string | null;
                done: number | null;
                of: number | null;
            }[];
            training: {
                step: number;
                steps: number;
                tokensPerSecond: number | null;
                secondsLeft: number | null;
            } | null;
            losses: {
                step: number;
                loss: number | null;
                evalLoss: number | null;
            }[];
            temporalUrl: string | null;
        };
        ModelList: {
            models: {
                name: string;
                /** @description reads new claims */
                active: boolean;
                /** @description where it stands on its way to production */
                stage: string;
                maturity: string;
                promptVersion: string;
                calibration: string | null;
                contextTokens: number;
                licence: string;
                origin: string;
                /** @description the newest; null: none is stored */
                evaluation: {
                    dataset: string;
                    /** Format: date-time */
                    at: string;
                    claims: number;
                    fieldAccuracy: number;
                    /** @description 95 % */
                    fieldAccuracyInterval: number[];
                    /** @description over the fields whose label states a value */
                    statedAccuracy: number | null;
                    formatCompliance: number | null;
                    /** @description expected calibration error */
                    ece: number | null;
                    auroc: number | null;
                    latencyMsP50: number | null;
                    costUsdPerClaim: number | null;
                } | null;
            }[];
        };
        RoundList: {
            rounds: {
                id: string;
                /** @enum {string} */
                state: "running" | "waiting" | "promoted" | "refused" | "failed" | "cancelled";
                step: string;
                model: string | null;
                /** Format: date-time */
                startedAt: string;
                endedAt: string | null;
            }[];
        };
        ReviewState: {
            id: string;
            /** @enum {string} */
            status: "received" | "reading" | "extracting" | "awaiting_budget" | "in_review" | "recording" | "completed" | "rejected" | "cancelled";
            /** @description a submission must name the version that its reviewer saw */
            version: number;
            queue: string | null;
            holder: string | null;
            openedAt: string | null;
            escalateAt: string | null;
            reasons: string[];
            doubts: {
                [key: string]: string[];
            };
        };
        Review: {
            state: components["schemas"]["ReviewState"];
            priority: number;
            /** Format: date-time */
            submittedAt: string;
            /** @description null: nothing was read */
            model: {
                name: string;
                promptVersion: string;
                calibration: string;
            } | null;
            documents: components["schemas"]["DocumentAccount"][];
            /** @description all 23; none where nothing could be read */
            fields: {
                [key: string]: components["schemas"]["DoubtfulField"];
            };
            /** @description validators that failed */
            violations: {
                rule: string;
                fields: ("claimant_name" | "claimant_dob" | "claimant_phone" | "claimant_email" | "claimant_address" | "policy_number" | "policy_type" | "policy_effective_date" | "policy_expiration_date" | "incident_date" | "incident_time" | "incident_type" | "incident_location" | "incident_description" | "damage_description" | "insured_item" | "estimated_amount" | "deductible_amount" | "injuries_reported" | "third_parties" | "police_report_number" | "reported_date" | "coverage_determination")[];
            }[];
            /** @description the sum of 1 minus the confidence over all fields */
            expectedErrors: number;
        };
        ReviewList: {
            reviews: {
                id: string;
                version: number;
                queue: string;
                /** @description 1 (urgent) to 5 (batch) */
                priority: number;
                reasons: string[];
                /** @description those in doubt */
                fields: string[];
                expectedErrors: number | null;
                /** Format: date-time */
                submittedAt: string;
                /** Format: date-time */
                openedAt: string;
                /** Format: date-time */
                dueAt: string;
                reminders: number;
                heldBy: string | null;
                heldAt: string | null;
            }[];
            next: string | null;
        };
        ReviewOpened: {
            /** Format: uuid */
            session: string;
            /** Format: date-time */
            openedAt: string;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        Readiness: {
            ready: boolean;
            checks: {
                [key: string]: "ok" | "away" | "stopping";
            };
        };
        Me: {
            subject: string;
            name: string;
            tenant: string;
            roles: string[];
            /** Format: date-time */
            expiresAt: string;
            /** @description the Temporal UI; payloads open there for whoever may see them */
            temporalUi: string | null;
        };
        AuditLog: {
            entries: {
                seq: number;
                /** Format: date-time */
                at: string;
                requestId: string;
                actor: string;
                roles: string[];
                via: string;
                action: string;
                /** @enum {string} */
                outcome: "asked" | "refused";
                claimId: string | null;
                detail: {
                    [key: string]: unknown;
                };
                hash: string;
            }[];
            next: number | null;
        };
        OpenApi: {
            openapi: string;
        } & {
            [key: string]: unknown;
        };
        ProblemMeaning: {
            code: string;
            status: number;
            title: string;
        };
        /** @description RFC 9457; `code` is stable */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "malformed_request" | "not_signed_in" | "sign_in_expired" | "role_missing" | "senior_only" | "foreign_page" | "not_found" | "claim_not_found" | "document_not_found" | "page_without_image" | "model_not_found" | "round_not_found" | "disagreement_not_found" | "audit_not_found" | "method_not_allowed" | "claim_id_conflict" | "review_stale" | "review_held" | "review_not_open" | "budget_not_asked" | "claim_closed" | "disagreement_closed" | "disagreement_own" | "audit_closed" | "audit_not_blind" | "too_large" | "media_type_unsupported" | "invalid_input" | "document_missing" | "too_many_requests" | "internal" | "busy" | "stopping" | "issuer_unavailable" | "temporal_unavailable" | "database_unavailable" | "store_unavailable";
            requestId: string;
            detail?: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listClaims: {
        parameters: {
            query?: {
                status?: "received" | "reading" | "extracting" | "awaiting_budget" | "in_review" | "recording" | "completed" | "rejected" | "cancelled";
                model?: string;
                heldBy?: string;
                submittedFrom?: string;
                submittedBefore?: string;
                /** @description 1 to 200 */
                limit?: number;
                /** @description the next of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List claims, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimList"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandIn"];
                "multipart/form-data": {
                    id?: string;
                    priority?: number;
                    documents: string[];
                };
            };
        };
        responses: {
            /** @description Hand in a packet. Idempotent by the id; answers when the claim is durably started */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedIn"];
                };
            };
            /** @description Hand in a packet. Idempotent by the id; answers when the claim is durably started */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedIn"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_id_conflict`: The claim id was used for other documents */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The request is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `document_missing`: A document that the request names was not uploaded; `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stageDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Upload one document for a claim that is to be handed in, or that it is to be added to */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StagedDocument"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: The request is larger than allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too much is being uploaded now: try again in a moment; `store_unavailable`: The object store does not answer; `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddDocuments"];
                "multipart/form-data": {
                    id?: string;
                    priority?: number;
                    documents: string[];
                };
            };
        };
        responses: {
            /** @description Add documents to a claim that is open; only these are read */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Added"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_closed`: The claim takes no more documents and no cancelling */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `document_missing`: A document that the request names was not uploaded; `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop a claim */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cancelling"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_closed`: The claim takes no more documents and no cancelling */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportClaims: {
        parameters: {
            query?: {
                status?: "received" | "reading" | "extracting" | "awaiting_budget" | "in_review" | "recording" | "completed" | "rejected" | "cancelled";
                model?: string;
                heldBy?: string;
                submittedFrom?: string;
                submittedBefore?: string;
                /** @description 1 to 10000 */
                limit?: number;
                /** @description the next of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export settled and open claims with the recorded fields; formulas are neutralised */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A claim as it stands: of a settled one the record, of an open one what is known so far */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of one document of a claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim; `document_not_found`: The claim has no such document */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sha256: string;
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text of one page with the place of every word */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageText"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim; `document_not_found`: The claim has no such document */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPageImage: {
        parameters: {
            query?: {
                /** @description in pixels: a thumbnail, the page, or the page enlarged */
                width?: "200" | "1000" | "2000";
            };
            header?: never;
            path: {
                id: string;
                sha256: string;
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page as people see it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim; `document_not_found`: The claim has no such document; `page_without_image`: The page has no image: show its text */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too much is being uploaded now: try again in a moment; `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened to a claim: each step, when, by which model, and who decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviews: {
        parameters: {
            query?: {
                queue?: "reviewers" | "senior_reviewers";
                heldBy?: string;
                /** @description 1 to 200 */
                limit?: number;
                /** @description the next of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits for a reviewer: by the hour of the deadline, then the more urgent, then by expected errors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewList"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A review: its state, and every field with evidence, doubts and the other candidates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_not_open`: The claim is not waiting for a review */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitReview"];
            };
        };
        responses: {
            /** @description Decide a review: confirm and correct fields, approve or reject. The reviewer is who is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `senior_only`: The review was escalated: it is a senior reviewer’s now; `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_not_open`: The claim is not waiting for a review; `review_held`: Another reviewer holds the claim; `review_stale`: The claim changed since the version that you saw: look again and decide again */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenReview"];
            };
        };
        responses: {
            /** @description Say that somebody begins to work on a review: from here to the submission its time is measured */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewOpened"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_not_open`: The claim is not waiting for a review; `review_stale`: The claim changed since the version that you saw: look again and decide again */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hold a review, so that nobody else decides it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewState"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `senior_only`: The review was escalated: it is a senior reviewer’s now; `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_not_open`: The claim is not waiting for a review; `review_held`: Another reviewer holds the claim */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give a review back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewState"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `senior_only`: The review was escalated: it is a senior reviewer’s now; `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_not_open`: The claim is not waiting for a review; `review_held`: Another reviewer holds the claim */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideBudget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideBudget"];
            };
        };
        responses: {
            /** @description Say whether a claim that is past its budget is read on */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `senior_only`: The review was escalated: it is a senior reviewer’s now; `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_not_found`: There is no such claim */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `budget_not_asked`: The claim is not waiting for a word about its budget */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudits: {
        parameters: {
            query?: {
                decided?: string;
                /** @description 1 to 200 */
                limit?: number;
                /** @description the next of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Blind second readings, waiting or decided, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The packet of a blind reading: its documents and pages, never a value */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audit"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit_not_found`: There is no such audit */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitAudit"];
            };
        };
        responses: {
            /** @description Hand in a blind reading: the 23 values. Refused from who has seen the claim’s values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit_not_found`: There is no such audit */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit_closed`: The audit is decided already; `audit_not_blind`: You have seen the values of this claim: somebody else must read it blind */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDisagreements: {
        parameters: {
            query?: {
                decided?: string;
                /** @description 1 to 200 */
                limit?: number;
                /** @description the next of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Claims of which two readings differ, waiting for a senior or decided, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisagreementList"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDisagreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both readings of every field on which they differ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disagreement"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disagreement_not_found`: There is no such disagreement */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideDisagreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideDisagreement"];
            };
        };
        responses: {
            /** @description Decide every field on which two readings differ: the first, the second, or another value */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disagreement_not_found`: There is no such disagreement */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disagreement_closed`: The disagreement is decided already; `disagreement_own`: One of the two readings is yours: another senior reviewer must decide */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDashboard: {
        parameters: {
            query?: {
                by?: "hour" | "day";
                /** @description so many hours or days up to now */
                last?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Throughput, quality and the reviewers’ work over a period */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Model versions, and which of them reads new claims */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A model version: its stages and evaluations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_not_found`: There is no such model version */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRounds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rounds of training, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundList"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showRound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a round of training is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Round"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `round_not_found`: There is no such round of training */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End the session of a browser */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuditLog: {
        parameters: {
            query?: {
                claim?: string;
                actor?: string;
                /** @description 1 to 1000 */
                limit?: number;
                /** @description the number to go on behind */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who read or changed what, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLog"];
                };
            };
            /** @description `not_signed_in`: Sign in first: the request carries no token that is accepted; `sign_in_expired`: The sign-in has expired: sign in again */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_missing`: None of your roles may do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: The request does not have the form it must have */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the server runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether database, workflow server and object store answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    showOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenApi"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document as a page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: "malformed_request" | "not_signed_in" | "sign_in_expired" | "role_missing" | "senior_only" | "foreign_page" | "not_found" | "claim_not_found" | "document_not_found" | "page_without_image" | "model_not_found" | "round_not_found" | "disagreement_not_found" | "audit_not_found" | "method_not_allowed" | "claim_id_conflict" | "review_stale" | "review_held" | "review_not_open" | "budget_not_asked" | "claim_closed" | "disagreement_closed" | "disagreement_own" | "audit_closed" | "audit_not_blind" | "too_large" | "media_type_unsupported" | "invalid_input" | "document_missing" | "too_many_requests" | "internal" | "busy" | "stopping" | "issuer_unavailable" | "temporal_unavailable" | "database_unavailable" | "store_unavailable";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a problem means */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemMeaning"];
                };
            };
            /** @description `not_found`: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests: wait before the next */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The server failed; what it did is in its log under the request id */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
