// Generated from openapi.json by `npm run generate`. Do not edit.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where, and what they may do */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work in another workspace */
        post: operations["postSessionWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Keep the own preferences */
        patch: operations["patchSessionPreferences"];
        trace?: never;
    };
    "/api/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members, open invitations and the permission table */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody */
        post: operations["postTeamInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["deleteTeamInvitationsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a member */
        delete: operations["deleteTeamMembersId"];
        options?: never;
        head?: never;
        /** Change a member's role */
        patch: operations["patchTeamMembersId"];
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, without the keys */
        get: operations["getApiKeys"];
        put?: never;
        /** Make an API key; it is shown once */
        post: operations["postApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an API key */
        delete: operations["deleteApiKeysId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a sign-in and a workspace */
        post: operations["postSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with address and password */
        post: operations["postSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["postSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a reset link */
        post: operations["postPasswordForgotten"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by a reset link */
        post: operations["postPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; ends all other sessions */
        post: operations["postPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices where the person is signed in */
        get: operations["getSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere else */
        post: operations["postSessionsEndOthers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation offers */
        get: operations["getInvitationsToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join a workspace */
        post: operations["postInvitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audit events, newest first */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audit events as CSV, with the same filters */
        get: operations["getEventsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recomputes the hash chain */
        get: operations["getEventsVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Companies whose books the workspace keeps, archived ones last */
        get: operations["getCompanies"];
        put?: never;
        /** Adds a company with its number series */
        post: operations["postCompanies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One company */
        get: operations["getCompaniesId"];
        /** Changes a company's profile */
        put: operations["putCompaniesId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a company away */
        post: operations["postCompaniesIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an archived company back */
        post: operations["postCompaniesIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The logo as PNG */
        get: operations["getCompaniesIdLogo"];
        put?: never;
        /** Uploads a logo (PNG, JPEG or WebP) */
        post: operations["postCompaniesIdLogo"];
        /** Takes the logo off new documents */
        delete: operations["deleteCompaniesIdLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Number series of a company */
        get: operations["getCompaniesIdSeries"];
        put?: never;
        /** Adds a number series */
        post: operations["postCompaniesIdSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}/series/{seriesId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a number series */
        put: operations["putCompaniesIdSeriesSeriesId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}/series/{seriesId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the next number of an unused period */
        post: operations["postCompaniesIdSeriesSeriesIdStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers as CSV, with the columns of the import */
        get: operations["getCustomersCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads customers from CSV, or says what would happen */
        post: operations["postCustomersImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by name */
        get: operations["getCustomers"];
        put?: never;
        /** Adds a customer */
        post: operations["postCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer */
        get: operations["getCustomersId"];
        /** Changes a customer */
        put: operations["putCustomersId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a customer away */
        post: operations["postCustomersIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an archived customer back */
        post: operations["postCustomersIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suppliers by name */
        get: operations["getSuppliers"];
        put?: never;
        /** Adds a supplier */
        post: operations["postSuppliers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppliers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One supplier */
        get: operations["getSuppliersId"];
        /** Changes a supplier */
        put: operations["putSuppliersId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppliers/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a supplier away */
        post: operations["postSuppliersIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppliers/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an archived supplier back */
        post: operations["postSuppliersIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services and products by name */
        get: operations["getItems"];
        put?: never;
        /** Adds a service or product */
        post: operations["postItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services and products as CSV, with the columns of the import */
        get: operations["getItemsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads services and products from CSV, or says what would happen */
        post: operations["postItemsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One service or product */
        get: operations["getItemsId"];
        /** Changes a service or product */
        put: operations["putItemsId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a service or product away */
        post: operations["postItemsIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an archived service or product back */
        post: operations["postItemsIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails of the workspace, newest first */
        get: operations["getDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail with its text */
        get: operations["getDeliveriesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a document's mail once more */
        post: operations["postDeliveriesIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices and credit notes, drafts first, then the newest */
        get: operations["getInvoices"];
        put?: never;
        /** Starts a draft */
        post: operations["postInvoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many documents each tab holds, and what is owed per currency */
        get: operations["getInvoicesCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gap report: every number of every series, and the missing ones */
        get: operations["getInvoicesNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice or credit note */
        get: operations["getInvoicesId"];
        /** Saves a draft whole */
        put: operations["putInvoicesId"];
        post?: never;
        /** Discards a draft */
        delete: operations["deleteInvoicesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues a draft: number, freeze, PDF */
        post: operations["postInvoicesIdIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails an issued document with its PDF */
        post: operations["postInvoicesIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an issued document void; it keeps its number */
        post: operations["postInvoicesIdVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the internal note and tags */
        put: operations["putInvoicesIdNote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The PDF; of a draft, a preview */
        get: operations["getInvoicesIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/creditable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of each line is left to credit */
        get: operations["getInvoicesIdCreditable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/credit-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a credit note would hold */
        post: operations["postInvoicesIdCreditPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues a credit note, full or partial */
        post: operations["postInvoicesIdCreditNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money in, newest first */
        get: operations["getPayments"];
        put?: never;
        /** Records money that arrived and uses it on invoices */
        post: operations["postPayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment with its ledger */
        get: operations["getPaymentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uses what is left on invoices */
        post: operations["postPaymentsIdAllocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/unallocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes one allocation back */
        post: operations["postPaymentsIdUnallocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives unused money back */
        post: operations["postPaymentsIdRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reverses a payment that did not hold */
        post: operations["postPaymentsIdReverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of an invoice or credit note */
        get: operations["getInvoicesIdPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/write-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes an open amount without money */
        post: operations["postInvoicesIdWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a written-off amount again */
        post: operations["postInvoicesIdRecover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-notes/{id}/allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uses a credit note on invoices */
        post: operations["postCreditNotesIdAllocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-notes/{id}/unallocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a use of a credit note back */
        post: operations["postCreditNotesIdUnallocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-notes/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pays out a credit note */
        post: operations["postCreditNotesIdRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer owes and has to their credit, per currency */
        get: operations["getCustomersIdBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals, newest first */
        get: operations["getProposals"];
        put?: never;
        /** Starts a proposal */
        post: operations["postProposals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many proposals each tab holds */
        get: operations["getProposalsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal */
        get: operations["getProposalsId"];
        /** Saves a proposal whole; what was sent stays until it is sent again */
        put: operations["putProposalsId"];
        post?: never;
        /** Discards a proposal that was never sent */
        delete: operations["deleteProposalsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a new version as a link */
        post: operations["postProposalsIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes another link to what was sent last */
        post: operations["postProposalsIdLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a link */
        delete: operations["deleteProposalsIdLinksLinkId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a proposal run longer */
        post: operations["postProposalsIdExtend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an unanswered proposal back */
        post: operations["postProposalsIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drafts an invoice from what was accepted */
        post: operations["postProposalsIdInvoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The PDF of the version sent last (or of `version`), signed once accepted */
        get: operations["getProposalsIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/proposals/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link shows */
        get: operations["getPublicProposalsToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/proposals/{token}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that the page was opened */
        post: operations["postPublicProposalsTokenView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/proposals/{token}/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Totals of a selection */
        post: operations["postPublicProposalsTokenQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/proposals/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts what was shown */
        post: operations["postPublicProposalsTokenAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/proposals/{token}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines with a reason */
        post: operations["postPublicProposalsTokenDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/proposals/{token}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proposal as PDF, signed once accepted */
        get: operations["getPublicProposalsTokenPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/proposals/{token}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seller's logo */
        get: operations["getPublicProposalsTokenLogo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Received documents, newest first, by tab and filter */
        get: operations["getReceivedInvoices"];
        put?: never;
        /** Upload one or more files (multipart/form-data); each is answered for by itself, and the request is only refused when none could be taken */
        post: operations["postReceivedInvoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many documents stand under each tab */
        get: operations["getReceivedInvoicesCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/suppliers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came from one supplier */
        get: operations["getReceivedInvoicesSuppliersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/approve-many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve several documents; those with open questions say so */
        post: operations["postReceivedInvoicesApproveMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/reject-many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject several documents for one reason */
        post: operations["postReceivedInvoicesRejectMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document with its values, evidence, questions and neighbours in the queue */
        get: operations["getReceivedInvoicesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file as it came */
        get: operations["getReceivedInvoicesIdOriginal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/pages/{page}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page's picture (JPEG or PNG, 150 dpi); pages count from 1 */
        get: operations["getReceivedInvoicesIdPagesPageImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/pages/{page}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page's words with their places, for pointing at a value */
        get: operations["getReceivedInvoicesIdPagesPageWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a value, correct it, or say that it is not on the document */
        post: operations["postReceivedInvoicesIdAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the lines */
        post: operations["postReceivedInvoicesIdLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back the last answer */
        post: operations["postReceivedInvoicesIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything is answered; somebody else approves */
        post: operations["postReceivedInvoicesIdReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve; finds or makes the supplier */
        post: operations["postReceivedInvoicesIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject, with a reason */
        post: operations["postReceivedInvoicesIdReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put on hold, with a reason */
        post: operations["postReceivedInvoicesIdHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release from hold; a changed bank account needs who confirmed it */
        post: operations["postReceivedInvoicesIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an approved, rejected or reviewed document again */
        post: operations["postReceivedInvoicesIdReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/not-duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The likely duplicate is a document of its own */
        post: operations["postReceivedInvoicesIdNotDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The password of a protected PDF; it is read again */
        post: operations["postReceivedInvoicesIdPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/read-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the document again; answers given so far are taken back */
        post: operations["postReceivedInvoicesIdReadAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move to another company of the workspace */
        post: operations["postReceivedInvoicesIdMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports, newest first */
        get: operations["getExports"];
        put?: never;
        /** Make a file of approved documents: CSV, XLSX, JSON or the originals */
        post: operations["postExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an export would hold */
        get: operations["getExportsPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One export and whether it is ready */
        get: operations["getExportsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of an export */
        get: operations["getExportsIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs somebody, what is owed both ways, the weeks around today */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sample-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the sample data is */
        get: operations["getSampleData"];
        put?: never;
        /** Fills the workspace with the books of an invented joinery, once */
        post: operations["postSampleData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            id: string;
                            name: string;
                            email: string;
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                        workspace: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "business" | "firm";
                        } | null;
                        role: ("owner" | "admin" | "member" | "readonly") | null;
                        permissions: ("companies.read" | "received.read" | "suppliers.read" | "customers.read" | "items.read" | "proposals.read" | "invoices.read" | "payments.read" | "deliveries.read" | "received.write" | "suppliers.write" | "customers.write" | "items.write" | "proposals.write" | "invoices.write" | "invoices.issue" | "payments.write" | "exports.create" | "events.read" | "companies.write" | "team.read" | "team.manage" | "keys.manage" | "settings.manage" | "workspace.own")[];
                        workspaces: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "business" | "firm";
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "readonly";
                        }[];
                        /** @description The companies whose books the workspace keeps */
                        companies: {
                            id: string;
                            name: string;
                            currency: string;
                            country: string;
                            timeZone: string;
                            locale: string;
                            /** @description Received documents that wait for a person, proposals without an answer, invoices past their due date */
                            open: {
                                inbox: number;
                                proposals: number;
                                invoices: number;
                            };
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postSessionWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    workspaceId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    patchSessionPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    theme?: "light" | "dark" | "system";
                    singleKeys?: boolean;
                    companyId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: {
                            personId: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "readonly";
                            /** Format: date-time */
                            since: string;
                            isYou: boolean;
                        }[];
                        invitations: {
                            id: string;
                            email: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "readonly";
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        matrix: {
                            permission: string;
                            words: string;
                            roles: ("owner" | "admin" | "member" | "readonly")[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postTeamInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "admin" | "member" | "readonly";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        link: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    deleteTeamInvitationsId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    deleteTeamMembersId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    patchTeamMembersId: {
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
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "admin" | "member" | "readonly";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "readonly";
                            prefix: string;
                            lastFour: string;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                            lastUsedAt: string | null;
                            revokedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    role: "admin" | "member" | "readonly";
                    /** @default 365 */
                    expiresInDays?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "member" | "readonly";
                        prefix: string;
                        lastFour: string;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        lastUsedAt: string | null;
                        revokedAt: string | null;
                        /** @description Shown once; only its SHA-256 is kept */
                        key: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    deleteApiKeysId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "member" | "readonly";
                        prefix: string;
                        lastFour: string;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        lastUsedAt: string | null;
                        revokedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: email */
                    email: string;
                    password: string;
                    workspaceName: string;
                    /**
                     * @default business
                     * @enum {string}
                     */
                    kind?: "business" | "firm";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPasswordForgotten: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastSeenAt: string;
                            ip: string | null;
                            userAgent: string | null;
                            isThis: boolean;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postSessionsEndOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvitationsToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workspace: string;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "member" | "readonly";
                        hasSignIn: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postInvitationsAccept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    name?: string;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Exact action, or a noun before the dot: invoice */
                action?: string;
                actorId?: string;
                actorKind?: "person" | "key" | "job" | "buyer" | "system";
                subjectId?: string;
                /** @description Events of this company; those of the whole workspace are left out */
                companyId?: string;
                /** @description true: only what was refused or failed */
                refused?: "true" | "false";
                /** @description Words in the summary or the actor's name */
                search?: string;
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            action: string;
                            actor: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            subject: {
                                kind: string | null;
                                id: string | null;
                            };
                            companyId: string | null;
                            summary: string;
                            details: {
                                [key: string]: unknown;
                            };
                            ip: string | null;
                            userAgent: string | null;
                            requestId: string | null;
                            /** @description SHA-256 over the event and the hash before it, as hex */
                            hash: string;
                            previousHash: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getEventsCsv: {
        parameters: {
            query?: {
                /** @description Exact action, or a noun before the dot: invoice */
                action?: string;
                actorId?: string;
                actorKind?: "person" | "key" | "job" | "buyer" | "system";
                subjectId?: string;
                /** @description Events of this company; those of the whole workspace are left out */
                companyId?: string;
                /** @description true: only what was refused or failed */
                refused?: "true" | "false";
                /** @description Words in the summary or the actor's name */
                search?: string;
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getEventsVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        intact: boolean;
                        events: number;
                        /** @description Sequence number of the first event whose hash does not fit */
                        firstBroken: number | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getCompanies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            legalName: string | null;
                            country: string;
                            currency: string;
                            timeZone: string;
                            locale: string;
                            addressLine1: string | null;
                            addressLine2: string | null;
                            postalCode: string | null;
                            city: string | null;
                            region: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            phone: string | null;
                            website: string | null;
                            iban: string | null;
                            bic: string | null;
                            bankName: string | null;
                            accountHolder: string | null;
                            colour: string | null;
                            /** @enum {string} */
                            template: "ledger" | "letter";
                            /** @enum {string} */
                            paper: "a4" | "us-letter";
                            termsDays: number;
                            /** @enum {string} */
                            taxRounding: "document" | "line";
                            /** @enum {string} */
                            prices: "net" | "inclusive";
                            /** @enum {string} */
                            defaultVatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            defaultVatRate: string;
                            invoiceNote: string | null;
                            hasLogo: boolean;
                            /**
                             * Format: date
                             * @description The date in the company's time zone
                             */
                            today: string;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            archivedAt: string | null;
                            series: {
                                id: string;
                                companyId: string;
                                /** @enum {string} */
                                kind: "invoice" | "credit_note" | "proposal";
                                name: string;
                                pattern: string;
                                /** @enum {string} */
                                resets: "never" | "yearly" | "monthly";
                                chronological: boolean;
                                isDefault: boolean;
                                lastNumber: string | null;
                                lastIssueDate: string | null;
                                /** @description A number as the pattern makes it, for today and counter 1 */
                                example: string;
                                version: number;
                                archivedAt: string | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCompanies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @description As registered; the name when absent
                     * @default null
                     */
                    legalName?: string | null;
                    country: string;
                    /** @description Of new documents */
                    currency: string;
                    timeZone: string;
                    locale: string;
                    /** @default null */
                    addressLine1?: string | null;
                    /** @default null */
                    addressLine2?: string | null;
                    /** @default null */
                    postalCode?: string | null;
                    /** @default null */
                    city?: string | null;
                    /** @default null */
                    region?: string | null;
                    /** @default null */
                    vatId?: string | null;
                    /** @default null */
                    taxNumber?: string | null;
                    /** @default null */
                    registration?: string | null;
                    /** @default null */
                    email?: (string | "") | null;
                    /** @default null */
                    phone?: string | null;
                    /** @default null */
                    website?: string | null;
                    /**
                     * @description IBAN, or the account number where there are none
                     * @default null
                     */
                    iban?: string | null;
                    /** @default null */
                    bic?: string | null;
                    /** @default null */
                    bankName?: string | null;
                    /** @default null */
                    accountHolder?: string | null;
                    /** @default null */
                    colour?: string | null;
                    /**
                     * @default ledger
                     * @enum {string}
                     */
                    template?: "ledger" | "letter";
                    /**
                     * @default a4
                     * @enum {string}
                     */
                    paper?: "a4" | "us-letter";
                    /**
                     * @description Days from issue to due date
                     * @default 14
                     */
                    termsDays?: number;
                    /**
                     * @default document
                     * @enum {string}
                     */
                    taxRounding?: "document" | "line";
                    /**
                     * @description How prices are entered
                     * @default net
                     * @enum {string}
                     */
                    prices?: "net" | "inclusive";
                    /**
                     * @default S
                     * @enum {string}
                     */
                    defaultVatCategory?: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                    /** @default 0 */
                    defaultVatRate?: string;
                    /**
                     * @description Printed on every invoice
                     * @default null
                     */
                    invoiceNote?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        legalName: string | null;
                        country: string;
                        currency: string;
                        timeZone: string;
                        locale: string;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        iban: string | null;
                        bic: string | null;
                        bankName: string | null;
                        accountHolder: string | null;
                        colour: string | null;
                        /** @enum {string} */
                        template: "ledger" | "letter";
                        /** @enum {string} */
                        paper: "a4" | "us-letter";
                        termsDays: number;
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        defaultVatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        defaultVatRate: string;
                        invoiceNote: string | null;
                        hasLogo: boolean;
                        /**
                         * Format: date
                         * @description The date in the company's time zone
                         */
                        today: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                        series: {
                            id: string;
                            companyId: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "proposal";
                            name: string;
                            pattern: string;
                            /** @enum {string} */
                            resets: "never" | "yearly" | "monthly";
                            chronological: boolean;
                            isDefault: boolean;
                            lastNumber: string | null;
                            lastIssueDate: string | null;
                            /** @description A number as the pattern makes it, for today and counter 1 */
                            example: string;
                            version: number;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getCompaniesId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        legalName: string | null;
                        country: string;
                        currency: string;
                        timeZone: string;
                        locale: string;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        iban: string | null;
                        bic: string | null;
                        bankName: string | null;
                        accountHolder: string | null;
                        colour: string | null;
                        /** @enum {string} */
                        template: "ledger" | "letter";
                        /** @enum {string} */
                        paper: "a4" | "us-letter";
                        termsDays: number;
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        defaultVatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        defaultVatRate: string;
                        invoiceNote: string | null;
                        hasLogo: boolean;
                        /**
                         * Format: date
                         * @description The date in the company's time zone
                         */
                        today: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                        series: {
                            id: string;
                            companyId: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "proposal";
                            name: string;
                            pattern: string;
                            /** @enum {string} */
                            resets: "never" | "yearly" | "monthly";
                            chronological: boolean;
                            isDefault: boolean;
                            lastNumber: string | null;
                            lastIssueDate: string | null;
                            /** @description A number as the pattern makes it, for today and counter 1 */
                            example: string;
                            version: number;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    putCompaniesId: {
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
                "application/json": {
                    name: string;
                    /**
                     * @description As registered; the name when absent
                     * @default null
                     */
                    legalName?: string | null;
                    country: string;
                    /** @description Of new documents */
                    currency: string;
                    timeZone: string;
                    locale: string;
                    /** @default null */
                    addressLine1?: string | null;
                    /** @default null */
                    addressLine2?: string | null;
                    /** @default null */
                    postalCode?: string | null;
                    /** @default null */
                    city?: string | null;
                    /** @default null */
                    region?: string | null;
                    /** @default null */
                    vatId?: string | null;
                    /** @default null */
                    taxNumber?: string | null;
                    /** @default null */
                    registration?: string | null;
                    /** @default null */
                    email?: (string | "") | null;
                    /** @default null */
                    phone?: string | null;
                    /** @default null */
                    website?: string | null;
                    /**
                     * @description IBAN, or the account number where there are none
                     * @default null
                     */
                    iban?: string | null;
                    /** @default null */
                    bic?: string | null;
                    /** @default null */
                    bankName?: string | null;
                    /** @default null */
                    accountHolder?: string | null;
                    /** @default null */
                    colour?: string | null;
                    /**
                     * @default ledger
                     * @enum {string}
                     */
                    template?: "ledger" | "letter";
                    /**
                     * @default a4
                     * @enum {string}
                     */
                    paper?: "a4" | "us-letter";
                    /**
                     * @description Days from issue to due date
                     * @default 14
                     */
                    termsDays?: number;
                    /**
                     * @default document
                     * @enum {string}
                     */
                    taxRounding?: "document" | "line";
                    /**
                     * @description How prices are entered
                     * @default net
                     * @enum {string}
                     */
                    prices?: "net" | "inclusive";
                    /**
                     * @default S
                     * @enum {string}
                     */
                    defaultVatCategory?: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                    /** @default 0 */
                    defaultVatRate?: string;
                    /**
                     * @description Printed on every invoice
                     * @default null
                     */
                    invoiceNote?: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        legalName: string | null;
                        country: string;
                        currency: string;
                        timeZone: string;
                        locale: string;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        iban: string | null;
                        bic: string | null;
                        bankName: string | null;
                        accountHolder: string | null;
                        colour: string | null;
                        /** @enum {string} */
                        template: "ledger" | "letter";
                        /** @enum {string} */
                        paper: "a4" | "us-letter";
                        termsDays: number;
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        defaultVatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        defaultVatRate: string;
                        invoiceNote: string | null;
                        hasLogo: boolean;
                        /**
                         * Format: date
                         * @description The date in the company's time zone
                         */
                        today: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                        series: {
                            id: string;
                            companyId: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "proposal";
                            name: string;
                            pattern: string;
                            /** @enum {string} */
                            resets: "never" | "yearly" | "monthly";
                            chronological: boolean;
                            isDefault: boolean;
                            lastNumber: string | null;
                            lastIssueDate: string | null;
                            /** @description A number as the pattern makes it, for today and counter 1 */
                            example: string;
                            version: number;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCompaniesIdArchive: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        legalName: string | null;
                        country: string;
                        currency: string;
                        timeZone: string;
                        locale: string;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        iban: string | null;
                        bic: string | null;
                        bankName: string | null;
                        accountHolder: string | null;
                        colour: string | null;
                        /** @enum {string} */
                        template: "ledger" | "letter";
                        /** @enum {string} */
                        paper: "a4" | "us-letter";
                        termsDays: number;
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        defaultVatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        defaultVatRate: string;
                        invoiceNote: string | null;
                        hasLogo: boolean;
                        /**
                         * Format: date
                         * @description The date in the company's time zone
                         */
                        today: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                        series: {
                            id: string;
                            companyId: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "proposal";
                            name: string;
                            pattern: string;
                            /** @enum {string} */
                            resets: "never" | "yearly" | "monthly";
                            chronological: boolean;
                            isDefault: boolean;
                            lastNumber: string | null;
                            lastIssueDate: string | null;
                            /** @description A number as the pattern makes it, for today and counter 1 */
                            example: string;
                            version: number;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCompaniesIdRestore: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        legalName: string | null;
                        country: string;
                        currency: string;
                        timeZone: string;
                        locale: string;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        iban: string | null;
                        bic: string | null;
                        bankName: string | null;
                        accountHolder: string | null;
                        colour: string | null;
                        /** @enum {string} */
                        template: "ledger" | "letter";
                        /** @enum {string} */
                        paper: "a4" | "us-letter";
                        termsDays: number;
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        defaultVatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        defaultVatRate: string;
                        invoiceNote: string | null;
                        hasLogo: boolean;
                        /**
                         * Format: date
                         * @description The date in the company's time zone
                         */
                        today: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                        series: {
                            id: string;
                            companyId: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "proposal";
                            name: string;
                            pattern: string;
                            /** @enum {string} */
                            resets: "never" | "yearly" | "monthly";
                            chronological: boolean;
                            isDefault: boolean;
                            lastNumber: string | null;
                            lastIssueDate: string | null;
                            /** @description A number as the pattern makes it, for today and counter 1 */
                            example: string;
                            version: number;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getCompaniesIdLogo: {
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
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCompaniesIdLogo: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        legalName: string | null;
                        country: string;
                        currency: string;
                        timeZone: string;
                        locale: string;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        iban: string | null;
                        bic: string | null;
                        bankName: string | null;
                        accountHolder: string | null;
                        colour: string | null;
                        /** @enum {string} */
                        template: "ledger" | "letter";
                        /** @enum {string} */
                        paper: "a4" | "us-letter";
                        termsDays: number;
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        defaultVatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        defaultVatRate: string;
                        invoiceNote: string | null;
                        hasLogo: boolean;
                        /**
                         * Format: date
                         * @description The date in the company's time zone
                         */
                        today: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                        series: {
                            id: string;
                            companyId: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "proposal";
                            name: string;
                            pattern: string;
                            /** @enum {string} */
                            resets: "never" | "yearly" | "monthly";
                            chronological: boolean;
                            isDefault: boolean;
                            lastNumber: string | null;
                            lastIssueDate: string | null;
                            /** @description A number as the pattern makes it, for today and counter 1 */
                            example: string;
                            version: number;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    deleteCompaniesIdLogo: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        legalName: string | null;
                        country: string;
                        currency: string;
                        timeZone: string;
                        locale: string;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        iban: string | null;
                        bic: string | null;
                        bankName: string | null;
                        accountHolder: string | null;
                        colour: string | null;
                        /** @enum {string} */
                        template: "ledger" | "letter";
                        /** @enum {string} */
                        paper: "a4" | "us-letter";
                        termsDays: number;
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        defaultVatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        defaultVatRate: string;
                        invoiceNote: string | null;
                        hasLogo: boolean;
                        /**
                         * Format: date
                         * @description The date in the company's time zone
                         */
                        today: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                        series: {
                            id: string;
                            companyId: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "proposal";
                            name: string;
                            pattern: string;
                            /** @enum {string} */
                            resets: "never" | "yearly" | "monthly";
                            chronological: boolean;
                            isDefault: boolean;
                            lastNumber: string | null;
                            lastIssueDate: string | null;
                            /** @description A number as the pattern makes it, for today and counter 1 */
                            example: string;
                            version: number;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getCompaniesIdSeries: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            companyId: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "proposal";
                            name: string;
                            pattern: string;
                            /** @enum {string} */
                            resets: "never" | "yearly" | "monthly";
                            chronological: boolean;
                            isDefault: boolean;
                            lastNumber: string | null;
                            lastIssueDate: string | null;
                            /** @description A number as the pattern makes it, for today and counter 1 */
                            example: string;
                            version: number;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCompaniesIdSeries: {
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
                "application/json": {
                    name: string;
                    /** @description Text with {year} {yy} {month} {series} {customer} and {counter:4}; the width is a minimum */
                    pattern: string;
                    /**
                     * @default yearly
                     * @enum {string}
                     */
                    resets?: "never" | "yearly" | "monthly";
                    /**
                     * @description Refuse an issue date before the last one of the series
                     * @default true
                     */
                    chronological?: boolean;
                    /** @enum {string} */
                    kind: "invoice" | "credit_note" | "proposal";
                    /** @default false */
                    isDefault?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note" | "proposal";
                        name: string;
                        pattern: string;
                        /** @enum {string} */
                        resets: "never" | "yearly" | "monthly";
                        chronological: boolean;
                        isDefault: boolean;
                        lastNumber: string | null;
                        lastIssueDate: string | null;
                        /** @description A number as the pattern makes it, for today and counter 1 */
                        example: string;
                        version: number;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    putCompaniesIdSeriesSeriesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seriesId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Text with {year} {yy} {month} {series} {customer} and {counter:4}; the width is a minimum */
                    pattern: string;
                    /**
                     * @default yearly
                     * @enum {string}
                     */
                    resets?: "never" | "yearly" | "monthly";
                    /**
                     * @description Refuse an issue date before the last one of the series
                     * @default true
                     */
                    chronological?: boolean;
                    /** @default false */
                    isDefault?: boolean;
                    /** @default false */
                    archived?: boolean;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note" | "proposal";
                        name: string;
                        pattern: string;
                        /** @enum {string} */
                        resets: "never" | "yearly" | "monthly";
                        chronological: boolean;
                        isDefault: boolean;
                        lastNumber: string | null;
                        lastIssueDate: string | null;
                        /** @description A number as the pattern makes it, for today and counter 1 */
                        example: string;
                        version: number;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCompaniesIdSeriesSeriesIdStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seriesId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description A day of the period that is meant
                     */
                    issueDate: string;
                    nextNumber: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note" | "proposal";
                        name: string;
                        pattern: string;
                        /** @enum {string} */
                        resets: "never" | "yearly" | "monthly";
                        chronological: boolean;
                        isDefault: boolean;
                        lastNumber: string | null;
                        lastIssueDate: string | null;
                        /** @description A number as the pattern makes it, for today and counter 1 */
                        example: string;
                        version: number;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getCustomersCsv: {
        parameters: {
            query?: {
                companyId?: string;
                /** @description Part of name, number, e-mail, city or VAT id */
                search?: string;
                archived?: "no" | "only" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCustomersImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    companyId: string;
                    csv: string;
                    /**
                     * @description false: only look, and say what would happen to each row
                     * @default false
                     */
                    commit?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        committed: boolean;
                        created: number;
                        updated: number;
                        unchanged: number;
                        failed: number;
                        unknownColumns: string[];
                        /** @description At most the first 500 rows with errors, then others up to 500 in all */
                        rows: {
                            /** @description Line of the file, from 1 */
                            line: number;
                            name: string;
                            /**
                             * @description skip: it has errors, or nothing would change
                             * @enum {string}
                             */
                            action: "create" | "update" | "skip";
                            errors: {
                                column: string;
                                message: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getCustomers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                companyId?: string;
                /** @description Part of name, number, e-mail, city or VAT id */
                search?: string;
                archived?: "no" | "only" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            companyId: string;
                            isCustomer: boolean;
                            isSupplier: boolean;
                            name: string;
                            number: string | null;
                            contactName: string | null;
                            email: string | null;
                            phone: string | null;
                            website: string | null;
                            addressLine1: string | null;
                            addressLine2: string | null;
                            postalCode: string | null;
                            city: string | null;
                            region: string | null;
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            locale: string | null;
                            currency: string | null;
                            termsDays: number | null;
                            buyerReference: string | null;
                            notes: string | null;
                            bankAccounts: {
                                id: string;
                                iban: string;
                                bic: string | null;
                                holder: string | null;
                                bankName: string | null;
                                /** Format: date-time */
                                firstSeenAt: string;
                            }[];
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            archivedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    companyId: string;
                    name: string;
                    /**
                     * @description Your own number for them
                     * @default null
                     */
                    number?: string | null;
                    /** @default null */
                    contactName?: string | null;
                    /** @default null */
                    email?: (string | "") | null;
                    /** @default null */
                    phone?: string | null;
                    /** @default null */
                    website?: string | null;
                    /** @default null */
                    addressLine1?: string | null;
                    /** @default null */
                    addressLine2?: string | null;
                    /** @default null */
                    postalCode?: string | null;
                    /** @default null */
                    city?: string | null;
                    /** @default null */
                    region?: string | null;
                    /** @default null */
                    country?: string | null;
                    /** @default null */
                    vatId?: string | null;
                    /** @default null */
                    taxNumber?: string | null;
                    /** @default null */
                    registration?: string | null;
                    /**
                     * @description Language of their documents; the company's when absent
                     * @default null
                     */
                    locale?: string | null;
                    /** @default null */
                    currency?: string | null;
                    /** @default null */
                    termsDays?: number | null;
                    /**
                     * @description Printed on every invoice to them (BT-10)
                     * @default null
                     */
                    buyerReference?: string | null;
                    /** @default null */
                    notes?: string | null;
                    /** @default [] */
                    bankAccounts?: {
                        iban: string;
                        /** @default null */
                        bic?: string | null;
                        /** @default null */
                        holder?: string | null;
                        /** @default null */
                        bankName?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getCustomersId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    putCustomersId: {
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
                "application/json": {
                    name: string;
                    /**
                     * @description Your own number for them
                     * @default null
                     */
                    number?: string | null;
                    /** @default null */
                    contactName?: string | null;
                    /** @default null */
                    email?: (string | "") | null;
                    /** @default null */
                    phone?: string | null;
                    /** @default null */
                    website?: string | null;
                    /** @default null */
                    addressLine1?: string | null;
                    /** @default null */
                    addressLine2?: string | null;
                    /** @default null */
                    postalCode?: string | null;
                    /** @default null */
                    city?: string | null;
                    /** @default null */
                    region?: string | null;
                    /** @default null */
                    country?: string | null;
                    /** @default null */
                    vatId?: string | null;
                    /** @default null */
                    taxNumber?: string | null;
                    /** @default null */
                    registration?: string | null;
                    /**
                     * @description Language of their documents; the company's when absent
                     * @default null
                     */
                    locale?: string | null;
                    /** @default null */
                    currency?: string | null;
                    /** @default null */
                    termsDays?: number | null;
                    /**
                     * @description Printed on every invoice to them (BT-10)
                     * @default null
                     */
                    buyerReference?: string | null;
                    /** @default null */
                    notes?: string | null;
                    /** @default [] */
                    bankAccounts?: {
                        iban: string;
                        /** @default null */
                        bic?: string | null;
                        /** @default null */
                        holder?: string | null;
                        /** @default null */
                        bankName?: string | null;
                    }[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCustomersIdArchive: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCustomersIdRestore: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getSuppliers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                companyId?: string;
                /** @description Part of name, number, e-mail, city or VAT id */
                search?: string;
                archived?: "no" | "only" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            companyId: string;
                            isCustomer: boolean;
                            isSupplier: boolean;
                            name: string;
                            number: string | null;
                            contactName: string | null;
                            email: string | null;
                            phone: string | null;
                            website: string | null;
                            addressLine1: string | null;
                            addressLine2: string | null;
                            postalCode: string | null;
                            city: string | null;
                            region: string | null;
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            locale: string | null;
                            currency: string | null;
                            termsDays: number | null;
                            buyerReference: string | null;
                            notes: string | null;
                            bankAccounts: {
                                id: string;
                                iban: string;
                                bic: string | null;
                                holder: string | null;
                                bankName: string | null;
                                /** Format: date-time */
                                firstSeenAt: string;
                            }[];
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            archivedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postSuppliers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    companyId: string;
                    name: string;
                    /**
                     * @description Your own number for them
                     * @default null
                     */
                    number?: string | null;
                    /** @default null */
                    contactName?: string | null;
                    /** @default null */
                    email?: (string | "") | null;
                    /** @default null */
                    phone?: string | null;
                    /** @default null */
                    website?: string | null;
                    /** @default null */
                    addressLine1?: string | null;
                    /** @default null */
                    addressLine2?: string | null;
                    /** @default null */
                    postalCode?: string | null;
                    /** @default null */
                    city?: string | null;
                    /** @default null */
                    region?: string | null;
                    /** @default null */
                    country?: string | null;
                    /** @default null */
                    vatId?: string | null;
                    /** @default null */
                    taxNumber?: string | null;
                    /** @default null */
                    registration?: string | null;
                    /**
                     * @description Language of their documents; the company's when absent
                     * @default null
                     */
                    locale?: string | null;
                    /** @default null */
                    currency?: string | null;
                    /** @default null */
                    termsDays?: number | null;
                    /**
                     * @description Printed on every invoice to them (BT-10)
                     * @default null
                     */
                    buyerReference?: string | null;
                    /** @default null */
                    notes?: string | null;
                    /** @default [] */
                    bankAccounts?: {
                        iban: string;
                        /** @default null */
                        bic?: string | null;
                        /** @default null */
                        holder?: string | null;
                        /** @default null */
                        bankName?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getSuppliersId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    putSuppliersId: {
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
                "application/json": {
                    name: string;
                    /**
                     * @description Your own number for them
                     * @default null
                     */
                    number?: string | null;
                    /** @default null */
                    contactName?: string | null;
                    /** @default null */
                    email?: (string | "") | null;
                    /** @default null */
                    phone?: string | null;
                    /** @default null */
                    website?: string | null;
                    /** @default null */
                    addressLine1?: string | null;
                    /** @default null */
                    addressLine2?: string | null;
                    /** @default null */
                    postalCode?: string | null;
                    /** @default null */
                    city?: string | null;
                    /** @default null */
                    region?: string | null;
                    /** @default null */
                    country?: string | null;
                    /** @default null */
                    vatId?: string | null;
                    /** @default null */
                    taxNumber?: string | null;
                    /** @default null */
                    registration?: string | null;
                    /**
                     * @description Language of their documents; the company's when absent
                     * @default null
                     */
                    locale?: string | null;
                    /** @default null */
                    currency?: string | null;
                    /** @default null */
                    termsDays?: number | null;
                    /**
                     * @description Printed on every invoice to them (BT-10)
                     * @default null
                     */
                    buyerReference?: string | null;
                    /** @default null */
                    notes?: string | null;
                    /** @default [] */
                    bankAccounts?: {
                        iban: string;
                        /** @default null */
                        bic?: string | null;
                        /** @default null */
                        holder?: string | null;
                        /** @default null */
                        bankName?: string | null;
                    }[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postSuppliersIdArchive: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postSuppliersIdRestore: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        name: string;
                        number: string | null;
                        contactName: string | null;
                        email: string | null;
                        phone: string | null;
                        website: string | null;
                        addressLine1: string | null;
                        addressLine2: string | null;
                        postalCode: string | null;
                        city: string | null;
                        region: string | null;
                        country: string | null;
                        vatId: string | null;
                        taxNumber: string | null;
                        registration: string | null;
                        locale: string | null;
                        currency: string | null;
                        termsDays: number | null;
                        buyerReference: string | null;
                        notes: string | null;
                        bankAccounts: {
                            id: string;
                            iban: string;
                            bic: string | null;
                            holder: string | null;
                            bankName: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getItems: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                companyId?: string;
                /** @description Part of name, code or description */
                search?: string;
                kind?: "service" | "product";
                archived?: "no" | "only" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            companyId: string;
                            /** @enum {string} */
                            kind: "service" | "product";
                            name: string;
                            code: string | null;
                            description: string | null;
                            unit: string;
                            unitPrice: string;
                            currency: string;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            archivedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    companyId: string;
                    /**
                     * @default service
                     * @enum {string}
                     */
                    kind?: "service" | "product";
                    name: string;
                    /**
                     * @description Your own item number (BT-155)
                     * @default null
                     */
                    code?: string | null;
                    /** @default null */
                    description?: string | null;
                    /** @default C62 */
                    unit?: string;
                    unitPrice: string;
                    currency: string;
                    /** @enum {string} */
                    vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                    /** @default 0 */
                    vatRate?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        /** @enum {string} */
                        kind: "service" | "product";
                        name: string;
                        code: string | null;
                        description: string | null;
                        unit: string;
                        unitPrice: string;
                        currency: string;
                        /** @enum {string} */
                        vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        vatRate: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getItemsCsv: {
        parameters: {
            query?: {
                companyId?: string;
                /** @description Part of name, code or description */
                search?: string;
                kind?: "service" | "product";
                archived?: "no" | "only" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postItemsImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    companyId: string;
                    csv: string;
                    /**
                     * @description false: only look, and say what would happen to each row
                     * @default false
                     */
                    commit?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        committed: boolean;
                        created: number;
                        updated: number;
                        unchanged: number;
                        failed: number;
                        unknownColumns: string[];
                        /** @description Rows with errors first, 500 in all */
                        rows: {
                            /** @description Line of the file, from 1 */
                            line: number;
                            name: string;
                            /**
                             * @description skip: it has errors, or nothing would change
                             * @enum {string}
                             */
                            action: "create" | "update" | "skip";
                            errors: {
                                column: string;
                                message: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getItemsId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        /** @enum {string} */
                        kind: "service" | "product";
                        name: string;
                        code: string | null;
                        description: string | null;
                        unit: string;
                        unitPrice: string;
                        currency: string;
                        /** @enum {string} */
                        vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        vatRate: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    putItemsId: {
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
                "application/json": {
                    /**
                     * @default service
                     * @enum {string}
                     */
                    kind?: "service" | "product";
                    name: string;
                    /**
                     * @description Your own item number (BT-155)
                     * @default null
                     */
                    code?: string | null;
                    /** @default null */
                    description?: string | null;
                    /** @default C62 */
                    unit?: string;
                    unitPrice: string;
                    currency: string;
                    /** @enum {string} */
                    vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                    /** @default 0 */
                    vatRate?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        /** @enum {string} */
                        kind: "service" | "product";
                        name: string;
                        code: string | null;
                        description: string | null;
                        unit: string;
                        unitPrice: string;
                        currency: string;
                        /** @enum {string} */
                        vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        vatRate: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postItemsIdArchive: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        /** @enum {string} */
                        kind: "service" | "product";
                        name: string;
                        code: string | null;
                        description: string | null;
                        unit: string;
                        unitPrice: string;
                        currency: string;
                        /** @enum {string} */
                        vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        vatRate: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postItemsIdRestore: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        /** @enum {string} */
                        kind: "service" | "product";
                        name: string;
                        code: string | null;
                        description: string | null;
                        unit: string;
                        unitPrice: string;
                        currency: string;
                        /** @enum {string} */
                        vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        vatRate: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                companyId?: string;
                state?: "waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown";
                subjectId?: string;
                /** @description Part of recipient or subject */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            companyId: string | null;
                            /** @description invoice, proposal, acceptance, invitation … */
                            kind: string;
                            subject: {
                                /** @enum {string} */
                                kind: "invoice" | "proposal";
                                id: string;
                            } | null;
                            recipient: string;
                            recipientName: string | null;
                            /** @description Subject of the mail */
                            title: string;
                            /** @enum {string} */
                            state: "waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown";
                            error: string | null;
                            attempts: number;
                            attachments: {
                                name: string;
                                mediaType: string;
                            }[];
                            resendable: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            settledAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getDeliveriesId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string | null;
                        /** @description invoice, proposal, acceptance, invitation … */
                        kind: string;
                        subject: {
                            /** @enum {string} */
                            kind: "invoice" | "proposal";
                            id: string;
                        } | null;
                        recipient: string;
                        recipientName: string | null;
                        /** @description Subject of the mail */
                        title: string;
                        /** @enum {string} */
                        state: "waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown";
                        error: string | null;
                        attempts: number;
                        attachments: {
                            name: string;
                            mediaType: string;
                        }[];
                        resendable: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        settledAt: string | null;
                        text: string | null;
                        replyTo: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postDeliveriesIdResend: {
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
                "application/json": {
                    /**
                     * Format: email
                     * @description Another address; the same when absent
                     */
                    to?: string;
                    /**
                     * @description Needed for a mail whose fate is unknown
                     * @default false
                     */
                    evenIfItMayHaveArrived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string | null;
                        /** @description invoice, proposal, acceptance, invitation … */
                        kind: string;
                        subject: {
                            /** @enum {string} */
                            kind: "invoice" | "proposal";
                            id: string;
                        } | null;
                        recipient: string;
                        recipientName: string | null;
                        /** @description Subject of the mail */
                        title: string;
                        /** @enum {string} */
                        state: "waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown";
                        error: string | null;
                        attempts: number;
                        attachments: {
                            name: string;
                            mediaType: string;
                        }[];
                        resendable: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        settledAt: string | null;
                        text: string | null;
                        replyTo: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvoices: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                companyId?: string;
                customerId?: string;
                tab?: "all" | "draft" | "open" | "overdue" | "part_paid" | "paid" | "credited" | "void" | "credit_notes";
                /** @description Part of number, customer, title or order; an amount finds that total */
                search?: string;
                /** @description Issue date */
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note";
                            companyId: string;
                            number: string | null;
                            customerId: string | null;
                            customerName: string | null;
                            title: string | null;
                            issueDate: string | null;
                            dueDate: string | null;
                            currency: string;
                            total: string;
                            open: string;
                            /** @enum {string} */
                            document: "draft" | "issued" | "credited" | "void";
                            settlement: ("unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied") | null;
                            daysOverdue: number;
                            delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postInvoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    companyId: string;
                    /** @default null */
                    customerId?: string | null;
                    /**
                     * @description The company's default series when absent
                     * @default null
                     */
                    seriesId?: string | null;
                    currency: string;
                    /**
                     * @description Language and formats on paper; the customer's, else the company's, when absent
                     * @default null
                     */
                    locale?: string | null;
                    /**
                     * @description The day of issuing when absent
                     * @default null
                     */
                    issueDate?: string | null;
                    /** @default null */
                    dueDate?: string | null;
                    /**
                     * @description When there is no due date: days from issue; the customer's, else the company's, when absent
                     * @default null
                     */
                    termsDays?: number | null;
                    /** @default null */
                    deliveryDate?: string | null;
                    /** @default null */
                    periodStart?: string | null;
                    /** @default null */
                    periodEnd?: string | null;
                    /** @default null */
                    title?: string | null;
                    /** @default null */
                    purchaseOrder?: string | null;
                    /** @default null */
                    buyerReference?: string | null;
                    /** @default null */
                    contractReference?: string | null;
                    /**
                     * @description A little Markdown, before the lines
                     * @default null
                     */
                    intro?: string | null;
                    /**
                     * @description A little Markdown, below the totals
                     * @default null
                     */
                    note?: string | null;
                    /**
                     * @description Never printed; may change after issue
                     * @default null
                     */
                    internalNote?: string | null;
                    /**
                     * @default net
                     * @enum {string}
                     */
                    prices?: "net" | "inclusive";
                    /**
                     * @default document
                     * @enum {string}
                     */
                    taxRounding?: "document" | "line";
                    /** @default null */
                    template?: ("ledger" | "letter") | null;
                    /** @default null */
                    paper?: ("a4" | "us-letter") | null;
                    /** @default [] */
                    lines?: {
                        /**
                         * Format: uuid
                         * @description Keeps a line's identity from save to save; made by the server when absent
                         */
                        id?: string;
                        /** @default null */
                        itemId?: string | null;
                        /**
                         * @description Heading over consecutive lines of the same group
                         * @default null
                         */
                        group?: string | null;
                        name: string;
                        /** @default null */
                        description?: string | null;
                        /** @default 1 */
                        quantity?: string;
                        /** @default C62 */
                        unit?: string;
                        unitPrice: string;
                        /** @default null */
                        discount?: ({
                            amount: string;
                        } | {
                            percent: string;
                        }) | null;
                        /** @enum {string} */
                        vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        /** @default 0 */
                        vatRate?: string;
                        /**
                         * @description Printed legal text where the category needs one; the usual words when absent
                         * @default null
                         */
                        exemptionReason?: string | null;
                        /** @default null */
                        proposalLineId?: string | null;
                    }[];
                    /** @default [] */
                    changes?: {
                        /** @enum {string} */
                        kind: "allowance" | "charge";
                        change: {
                            amount: string;
                        } | {
                            percent: string;
                        };
                        /** @default null */
                        reason?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        companyId: string;
                        customerId: string | null;
                        number: string | null;
                        /** @enum {string} */
                        document: "draft" | "issued" | "credited" | "void";
                        /** @description null for drafts and void documents */
                        settlement: ("unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied") | null;
                        daysOverdue: number;
                        /** @description Of the latest mail; null when none was sent */
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        currency: string;
                        locale: string | null;
                        seriesId: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        termsDays: number | null;
                        deliveryDate: string | null;
                        periodStart: string | null;
                        periodEnd: string | null;
                        title: string | null;
                        purchaseOrder: string | null;
                        buyerReference: string | null;
                        contractReference: string | null;
                        intro: string | null;
                        note: string | null;
                        internalNote: string | null;
                        tags: string[];
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        seller: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        };
                        customer: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        } | null;
                        lines: {
                            id: string;
                            itemId: string | null;
                            group: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                            proposalLineId: string | null;
                            /** @description In the prices of the document, net or inclusive */
                            amount: string;
                            net: string;
                        }[];
                        changes: {
                            /** @enum {string} */
                            kind: "allowance" | "charge";
                            change: {
                                amount: string;
                            } | {
                                percent: string;
                            };
                            reason: string | null;
                        }[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        paid: string;
                        credited: string;
                        writtenOff: string;
                        /** @description Amount due now; of a credit note, the credit not yet used */
                        open: string;
                        creditsInvoice: {
                            id: string;
                            number: string;
                        } | null;
                        creditNotes: {
                            id: string;
                            number: string;
                            total: string;
                        }[];
                        creditReason: string | null;
                        proposalId: string | null;
                        /** @description SHA-256 of everything that was frozen at issue, as hex */
                        snapshotHash: string | null;
                        /** @description null until it is rendered */
                        pdf: {
                            sha256: string;
                            sizeBytes: number;
                        } | null;
                        issuedAt: string | null;
                        voidedAt: string | null;
                        voidReason: string | null;
                        /** @description Drafts: why it cannot be issued yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvoicesCounts: {
        parameters: {
            query?: {
                companyId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            [key: string]: number;
                        };
                        /** @description What customers owe, per currency; never added over currencies (F5) */
                        open: {
                            currency: string;
                            open: string;
                            overdue: string;
                            count: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvoicesNumbers: {
        parameters: {
            query?: {
                companyId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        intact: boolean;
                        series: {
                            seriesId: string;
                            companyId: string;
                            name: string;
                            kind: string;
                            period: string;
                            first: string;
                            last: string;
                            used: number;
                            voided: number;
                            missing: string[];
                            missingCount: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvoicesId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        companyId: string;
                        customerId: string | null;
                        number: string | null;
                        /** @enum {string} */
                        document: "draft" | "issued" | "credited" | "void";
                        /** @description null for drafts and void documents */
                        settlement: ("unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied") | null;
                        daysOverdue: number;
                        /** @description Of the latest mail; null when none was sent */
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        currency: string;
                        locale: string | null;
                        seriesId: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        termsDays: number | null;
                        deliveryDate: string | null;
                        periodStart: string | null;
                        periodEnd: string | null;
                        title: string | null;
                        purchaseOrder: string | null;
                        buyerReference: string | null;
                        contractReference: string | null;
                        intro: string | null;
                        note: string | null;
                        internalNote: string | null;
                        tags: string[];
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        seller: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        };
                        customer: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        } | null;
                        lines: {
                            id: string;
                            itemId: string | null;
                            group: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                            proposalLineId: string | null;
                            /** @description In the prices of the document, net or inclusive */
                            amount: string;
                            net: string;
                        }[];
                        changes: {
                            /** @enum {string} */
                            kind: "allowance" | "charge";
                            change: {
                                amount: string;
                            } | {
                                percent: string;
                            };
                            reason: string | null;
                        }[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        paid: string;
                        credited: string;
                        writtenOff: string;
                        /** @description Amount due now; of a credit note, the credit not yet used */
                        open: string;
                        creditsInvoice: {
                            id: string;
                            number: string;
                        } | null;
                        creditNotes: {
                            id: string;
                            number: string;
                            total: string;
                        }[];
                        creditReason: string | null;
                        proposalId: string | null;
                        /** @description SHA-256 of everything that was frozen at issue, as hex */
                        snapshotHash: string | null;
                        /** @description null until it is rendered */
                        pdf: {
                            sha256: string;
                            sizeBytes: number;
                        } | null;
                        issuedAt: string | null;
                        voidedAt: string | null;
                        voidReason: string | null;
                        /** @description Drafts: why it cannot be issued yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    putInvoicesId: {
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
                "application/json": {
                    /** @default null */
                    customerId?: string | null;
                    /**
                     * @description The company's default series when absent
                     * @default null
                     */
                    seriesId?: string | null;
                    currency: string;
                    /**
                     * @description Language and formats on paper; the customer's, else the company's, when absent
                     * @default null
                     */
                    locale?: string | null;
                    /**
                     * @description The day of issuing when absent
                     * @default null
                     */
                    issueDate?: string | null;
                    /** @default null */
                    dueDate?: string | null;
                    /**
                     * @description When there is no due date: days from issue; the customer's, else the company's, when absent
                     * @default null
                     */
                    termsDays?: number | null;
                    /** @default null */
                    deliveryDate?: string | null;
                    /** @default null */
                    periodStart?: string | null;
                    /** @default null */
                    periodEnd?: string | null;
                    /** @default null */
                    title?: string | null;
                    /** @default null */
                    purchaseOrder?: string | null;
                    /** @default null */
                    buyerReference?: string | null;
                    /** @default null */
                    contractReference?: string | null;
                    /**
                     * @description A little Markdown, before the lines
                     * @default null
                     */
                    intro?: string | null;
                    /**
                     * @description A little Markdown, below the totals
                     * @default null
                     */
                    note?: string | null;
                    /**
                     * @description Never printed; may change after issue
                     * @default null
                     */
                    internalNote?: string | null;
                    /**
                     * @default net
                     * @enum {string}
                     */
                    prices?: "net" | "inclusive";
                    /**
                     * @default document
                     * @enum {string}
                     */
                    taxRounding?: "document" | "line";
                    /** @default null */
                    template?: ("ledger" | "letter") | null;
                    /** @default null */
                    paper?: ("a4" | "us-letter") | null;
                    /** @default [] */
                    lines?: {
                        /**
                         * Format: uuid
                         * @description Keeps a line's identity from save to save; made by the server when absent
                         */
                        id?: string;
                        /** @default null */
                        itemId?: string | null;
                        /**
                         * @description Heading over consecutive lines of the same group
                         * @default null
                         */
                        group?: string | null;
                        name: string;
                        /** @default null */
                        description?: string | null;
                        /** @default 1 */
                        quantity?: string;
                        /** @default C62 */
                        unit?: string;
                        unitPrice: string;
                        /** @default null */
                        discount?: ({
                            amount: string;
                        } | {
                            percent: string;
                        }) | null;
                        /** @enum {string} */
                        vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        /** @default 0 */
                        vatRate?: string;
                        /**
                         * @description Printed legal text where the category needs one; the usual words when absent
                         * @default null
                         */
                        exemptionReason?: string | null;
                        /** @default null */
                        proposalLineId?: string | null;
                    }[];
                    /** @default [] */
                    changes?: {
                        /** @enum {string} */
                        kind: "allowance" | "charge";
                        change: {
                            amount: string;
                        } | {
                            percent: string;
                        };
                        /** @default null */
                        reason?: string | null;
                    }[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        companyId: string;
                        customerId: string | null;
                        number: string | null;
                        /** @enum {string} */
                        document: "draft" | "issued" | "credited" | "void";
                        /** @description null for drafts and void documents */
                        settlement: ("unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied") | null;
                        daysOverdue: number;
                        /** @description Of the latest mail; null when none was sent */
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        currency: string;
                        locale: string | null;
                        seriesId: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        termsDays: number | null;
                        deliveryDate: string | null;
                        periodStart: string | null;
                        periodEnd: string | null;
                        title: string | null;
                        purchaseOrder: string | null;
                        buyerReference: string | null;
                        contractReference: string | null;
                        intro: string | null;
                        note: string | null;
                        internalNote: string | null;
                        tags: string[];
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        seller: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        };
                        customer: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        } | null;
                        lines: {
                            id: string;
                            itemId: string | null;
                            group: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                            proposalLineId: string | null;
                            /** @description In the prices of the document, net or inclusive */
                            amount: string;
                            net: string;
                        }[];
                        changes: {
                            /** @enum {string} */
                            kind: "allowance" | "charge";
                            change: {
                                amount: string;
                            } | {
                                percent: string;
                            };
                            reason: string | null;
                        }[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        paid: string;
                        credited: string;
                        writtenOff: string;
                        /** @description Amount due now; of a credit note, the credit not yet used */
                        open: string;
                        creditsInvoice: {
                            id: string;
                            number: string;
                        } | null;
                        creditNotes: {
                            id: string;
                            number: string;
                            total: string;
                        }[];
                        creditReason: string | null;
                        proposalId: string | null;
                        /** @description SHA-256 of everything that was frozen at issue, as hex */
                        snapshotHash: string | null;
                        /** @description null until it is rendered */
                        pdf: {
                            sha256: string;
                            sizeBytes: number;
                        } | null;
                        issuedAt: string | null;
                        voidedAt: string | null;
                        voidReason: string | null;
                        /** @description Drafts: why it cannot be issued yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    deleteInvoicesId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postInvoicesIdIssue: {
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
                "application/json": {
                    /** @description The version that was looked at; refused when the draft has changed since */
                    version?: number;
                    /**
                     * Format: date
                     * @description BT-2; the draft's, else today in the company's time zone, when absent
                     */
                    issueDate?: string;
                    /** @description Mail it as soon as its PDF is made */
                    send?: {
                        /** Format: email */
                        to: string;
                        /** @default null */
                        toName?: string | null;
                        /** @default null */
                        subject?: string | null;
                        /** @default null */
                        message?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        companyId: string;
                        customerId: string | null;
                        number: string | null;
                        /** @enum {string} */
                        document: "draft" | "issued" | "credited" | "void";
                        /** @description null for drafts and void documents */
                        settlement: ("unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied") | null;
                        daysOverdue: number;
                        /** @description Of the latest mail; null when none was sent */
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        currency: string;
                        locale: string | null;
                        seriesId: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        termsDays: number | null;
                        deliveryDate: string | null;
                        periodStart: string | null;
                        periodEnd: string | null;
                        title: string | null;
                        purchaseOrder: string | null;
                        buyerReference: string | null;
                        contractReference: string | null;
                        intro: string | null;
                        note: string | null;
                        internalNote: string | null;
                        tags: string[];
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        seller: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        };
                        customer: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        } | null;
                        lines: {
                            id: string;
                            itemId: string | null;
                            group: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                            proposalLineId: string | null;
                            /** @description In the prices of the document, net or inclusive */
                            amount: string;
                            net: string;
                        }[];
                        changes: {
                            /** @enum {string} */
                            kind: "allowance" | "charge";
                            change: {
                                amount: string;
                            } | {
                                percent: string;
                            };
                            reason: string | null;
                        }[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        paid: string;
                        credited: string;
                        writtenOff: string;
                        /** @description Amount due now; of a credit note, the credit not yet used */
                        open: string;
                        creditsInvoice: {
                            id: string;
                            number: string;
                        } | null;
                        creditNotes: {
                            id: string;
                            number: string;
                            total: string;
                        }[];
                        creditReason: string | null;
                        proposalId: string | null;
                        /** @description SHA-256 of everything that was frozen at issue, as hex */
                        snapshotHash: string | null;
                        /** @description null until it is rendered */
                        pdf: {
                            sha256: string;
                            sizeBytes: number;
                        } | null;
                        issuedAt: string | null;
                        voidedAt: string | null;
                        voidReason: string | null;
                        /** @description Drafts: why it cannot be issued yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postInvoicesIdSend: {
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
                "application/json": {
                    /** Format: email */
                    to: string;
                    /** @default null */
                    toName?: string | null;
                    /** @default null */
                    subject?: string | null;
                    /** @default null */
                    message?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        companyId: string;
                        customerId: string | null;
                        number: string | null;
                        /** @enum {string} */
                        document: "draft" | "issued" | "credited" | "void";
                        /** @description null for drafts and void documents */
                        settlement: ("unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied") | null;
                        daysOverdue: number;
                        /** @description Of the latest mail; null when none was sent */
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        currency: string;
                        locale: string | null;
                        seriesId: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        termsDays: number | null;
                        deliveryDate: string | null;
                        periodStart: string | null;
                        periodEnd: string | null;
                        title: string | null;
                        purchaseOrder: string | null;
                        buyerReference: string | null;
                        contractReference: string | null;
                        intro: string | null;
                        note: string | null;
                        internalNote: string | null;
                        tags: string[];
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        seller: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        };
                        customer: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        } | null;
                        lines: {
                            id: string;
                            itemId: string | null;
                            group: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                            proposalLineId: string | null;
                            /** @description In the prices of the document, net or inclusive */
                            amount: string;
                            net: string;
                        }[];
                        changes: {
                            /** @enum {string} */
                            kind: "allowance" | "charge";
                            change: {
                                amount: string;
                            } | {
                                percent: string;
                            };
                            reason: string | null;
                        }[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        paid: string;
                        credited: string;
                        writtenOff: string;
                        /** @description Amount due now; of a credit note, the credit not yet used */
                        open: string;
                        creditsInvoice: {
                            id: string;
                            number: string;
                        } | null;
                        creditNotes: {
                            id: string;
                            number: string;
                            total: string;
                        }[];
                        creditReason: string | null;
                        proposalId: string | null;
                        /** @description SHA-256 of everything that was frozen at issue, as hex */
                        snapshotHash: string | null;
                        /** @description null until it is rendered */
                        pdf: {
                            sha256: string;
                            sizeBytes: number;
                        } | null;
                        issuedAt: string | null;
                        voidedAt: string | null;
                        voidReason: string | null;
                        /** @description Drafts: why it cannot be issued yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postInvoicesIdVoid: {
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
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        companyId: string;
                        customerId: string | null;
                        number: string | null;
                        /** @enum {string} */
                        document: "draft" | "issued" | "credited" | "void";
                        /** @description null for drafts and void documents */
                        settlement: ("unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied") | null;
                        daysOverdue: number;
                        /** @description Of the latest mail; null when none was sent */
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        currency: string;
                        locale: string | null;
                        seriesId: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        termsDays: number | null;
                        deliveryDate: string | null;
                        periodStart: string | null;
                        periodEnd: string | null;
                        title: string | null;
                        purchaseOrder: string | null;
                        buyerReference: string | null;
                        contractReference: string | null;
                        intro: string | null;
                        note: string | null;
                        internalNote: string | null;
                        tags: string[];
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        seller: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        };
                        customer: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        } | null;
                        lines: {
                            id: string;
                            itemId: string | null;
                            group: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                            proposalLineId: string | null;
                            /** @description In the prices of the document, net or inclusive */
                            amount: string;
                            net: string;
                        }[];
                        changes: {
                            /** @enum {string} */
                            kind: "allowance" | "charge";
                            change: {
                                amount: string;
                            } | {
                                percent: string;
                            };
                            reason: string | null;
                        }[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        paid: string;
                        credited: string;
                        writtenOff: string;
                        /** @description Amount due now; of a credit note, the credit not yet used */
                        open: string;
                        creditsInvoice: {
                            id: string;
                            number: string;
                        } | null;
                        creditNotes: {
                            id: string;
                            number: string;
                            total: string;
                        }[];
                        creditReason: string | null;
                        proposalId: string | null;
                        /** @description SHA-256 of everything that was frozen at issue, as hex */
                        snapshotHash: string | null;
                        /** @description null until it is rendered */
                        pdf: {
                            sha256: string;
                            sizeBytes: number;
                        } | null;
                        issuedAt: string | null;
                        voidedAt: string | null;
                        voidReason: string | null;
                        /** @description Drafts: why it cannot be issued yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    putInvoicesIdNote: {
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
                "application/json": {
                    /** @default null */
                    internalNote?: string | null;
                    /** @default [] */
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        companyId: string;
                        customerId: string | null;
                        number: string | null;
                        /** @enum {string} */
                        document: "draft" | "issued" | "credited" | "void";
                        /** @description null for drafts and void documents */
                        settlement: ("unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied") | null;
                        daysOverdue: number;
                        /** @description Of the latest mail; null when none was sent */
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        currency: string;
                        locale: string | null;
                        seriesId: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        termsDays: number | null;
                        deliveryDate: string | null;
                        periodStart: string | null;
                        periodEnd: string | null;
                        title: string | null;
                        purchaseOrder: string | null;
                        buyerReference: string | null;
                        contractReference: string | null;
                        intro: string | null;
                        note: string | null;
                        internalNote: string | null;
                        tags: string[];
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        seller: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        };
                        customer: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        } | null;
                        lines: {
                            id: string;
                            itemId: string | null;
                            group: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                            proposalLineId: string | null;
                            /** @description In the prices of the document, net or inclusive */
                            amount: string;
                            net: string;
                        }[];
                        changes: {
                            /** @enum {string} */
                            kind: "allowance" | "charge";
                            change: {
                                amount: string;
                            } | {
                                percent: string;
                            };
                            reason: string | null;
                        }[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        paid: string;
                        credited: string;
                        writtenOff: string;
                        /** @description Amount due now; of a credit note, the credit not yet used */
                        open: string;
                        creditsInvoice: {
                            id: string;
                            number: string;
                        } | null;
                        creditNotes: {
                            id: string;
                            number: string;
                            total: string;
                        }[];
                        creditReason: string | null;
                        proposalId: string | null;
                        /** @description SHA-256 of everything that was frozen at issue, as hex */
                        snapshotHash: string | null;
                        /** @description null until it is rendered */
                        pdf: {
                            sha256: string;
                            sizeBytes: number;
                        } | null;
                        issuedAt: string | null;
                        voidedAt: string | null;
                        voidReason: string | null;
                        /** @description Drafts: why it cannot be issued yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvoicesIdPdf: {
        parameters: {
            query?: {
                download?: "yes" | "no";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvoicesIdCreditable: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invoiceId: string;
                        currency: string;
                        total: string;
                        credited: string;
                        left: string;
                        lines: {
                            lineId: string;
                            name: string;
                            unit: string;
                            quantity: string;
                            net: string;
                            leftQuantity: string;
                            leftNet: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postInvoicesIdCreditPreview: {
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
                "application/json": {
                    lines: "all" | {
                        /** Format: uuid */
                        lineId: string;
                        quantity?: string;
                        /** @description Net amount */
                        amount?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        lines: {
                            lineId: string;
                            name: string;
                            quantity: string | null;
                            net: string;
                        }[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        /** @description Taken off what is open */
                        appliedToInvoice: string;
                        /** @description Stays with the customer as credit */
                        becomesCredit: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postInvoicesIdCreditNotes: {
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
                "application/json": {
                    lines: "all" | {
                        /** Format: uuid */
                        lineId: string;
                        quantity?: string;
                        /** @description Net amount */
                        amount?: string;
                    }[];
                    reason: string;
                    /** Format: date */
                    issueDate?: string;
                    send?: {
                        /** Format: email */
                        to: string;
                        /** @default null */
                        toName?: string | null;
                        /** @default null */
                        subject?: string | null;
                        /** @default null */
                        message?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        companyId: string;
                        customerId: string | null;
                        number: string | null;
                        /** @enum {string} */
                        document: "draft" | "issued" | "credited" | "void";
                        /** @description null for drafts and void documents */
                        settlement: ("unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied") | null;
                        daysOverdue: number;
                        /** @description Of the latest mail; null when none was sent */
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        currency: string;
                        locale: string | null;
                        seriesId: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        termsDays: number | null;
                        deliveryDate: string | null;
                        periodStart: string | null;
                        periodEnd: string | null;
                        title: string | null;
                        purchaseOrder: string | null;
                        buyerReference: string | null;
                        contractReference: string | null;
                        intro: string | null;
                        note: string | null;
                        internalNote: string | null;
                        tags: string[];
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        seller: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        };
                        customer: {
                            id: string | null;
                            name: string;
                            contactName: string | null;
                            address: string[];
                            country: string | null;
                            vatId: string | null;
                            taxNumber: string | null;
                            registration: string | null;
                            email: string | null;
                            number: string | null;
                        } | null;
                        lines: {
                            id: string;
                            itemId: string | null;
                            group: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                            proposalLineId: string | null;
                            /** @description In the prices of the document, net or inclusive */
                            amount: string;
                            net: string;
                        }[];
                        changes: {
                            /** @enum {string} */
                            kind: "allowance" | "charge";
                            change: {
                                amount: string;
                            } | {
                                percent: string;
                            };
                            reason: string | null;
                        }[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        paid: string;
                        credited: string;
                        writtenOff: string;
                        /** @description Amount due now; of a credit note, the credit not yet used */
                        open: string;
                        creditsInvoice: {
                            id: string;
                            number: string;
                        } | null;
                        creditNotes: {
                            id: string;
                            number: string;
                            total: string;
                        }[];
                        creditReason: string | null;
                        proposalId: string | null;
                        /** @description SHA-256 of everything that was frozen at issue, as hex */
                        snapshotHash: string | null;
                        /** @description null until it is rendered */
                        pdf: {
                            sha256: string;
                            sizeBytes: number;
                        } | null;
                        issuedAt: string | null;
                        voidedAt: string | null;
                        voidReason: string | null;
                        /** @description Drafts: why it cannot be issued yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getPayments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                companyId?: string;
                customerId?: string;
                /** @description unallocated: something is left to use */
                state?: "all" | "unallocated" | "reversed";
                /** @description Part of customer, reference or invoice number; an amount finds that payment */
                search?: string;
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            companyId: string;
                            customerId: string;
                            customerName: string;
                            receivedOn: string;
                            amount: string;
                            currency: string;
                            allocated: string;
                            refunded: string;
                            unallocated: string;
                            /** @enum {string} */
                            state: "unallocated" | "part_allocated" | "allocated" | "refunded" | "reversed";
                            /** @enum {string} */
                            method: "transfer" | "card" | "cash" | "direct_debit" | "cheque" | "other";
                            reference: string | null;
                            note: string | null;
                            provider: string | null;
                            reversedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description What it pays now */
                            invoices: {
                                invoiceId: string;
                                number: string;
                                amount: string;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPayments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    companyId: string;
                    /** Format: uuid */
                    customerId: string;
                    /** Format: date */
                    receivedOn: string;
                    amount: string;
                    currency: string;
                    /**
                     * @default transfer
                     * @enum {string}
                     */
                    method?: "transfer" | "card" | "cash" | "direct_debit" | "cheque" | "other";
                    /** @default null */
                    reference?: string | null;
                    /** @default null */
                    note?: string | null;
                    /** @default oldest_due */
                    allocations?: "oldest_due" | "none" | {
                        /** Format: uuid */
                        invoiceId: string;
                        amount: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        customerId: string;
                        customerName: string;
                        receivedOn: string;
                        amount: string;
                        currency: string;
                        allocated: string;
                        refunded: string;
                        unallocated: string;
                        /** @enum {string} */
                        state: "unallocated" | "part_allocated" | "allocated" | "refunded" | "reversed";
                        /** @enum {string} */
                        method: "transfer" | "card" | "cash" | "direct_debit" | "cheque" | "other";
                        reference: string | null;
                        note: string | null;
                        provider: string | null;
                        reversedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description What it pays now */
                        invoices: {
                            invoiceId: string;
                            number: string;
                            amount: string;
                        }[];
                        entries: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getPaymentsId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        customerId: string;
                        customerName: string;
                        receivedOn: string;
                        amount: string;
                        currency: string;
                        allocated: string;
                        refunded: string;
                        unallocated: string;
                        /** @enum {string} */
                        state: "unallocated" | "part_allocated" | "allocated" | "refunded" | "reversed";
                        /** @enum {string} */
                        method: "transfer" | "card" | "cash" | "direct_debit" | "cheque" | "other";
                        reference: string | null;
                        note: string | null;
                        provider: string | null;
                        reversedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description What it pays now */
                        invoices: {
                            invoiceId: string;
                            number: string;
                            amount: string;
                        }[];
                        entries: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPaymentsIdAllocate: {
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
                "application/json": {
                    allocations: "oldest_due" | {
                        /** Format: uuid */
                        invoiceId: string;
                        amount: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        customerId: string;
                        customerName: string;
                        receivedOn: string;
                        amount: string;
                        currency: string;
                        allocated: string;
                        refunded: string;
                        unallocated: string;
                        /** @enum {string} */
                        state: "unallocated" | "part_allocated" | "allocated" | "refunded" | "reversed";
                        /** @enum {string} */
                        method: "transfer" | "card" | "cash" | "direct_debit" | "cheque" | "other";
                        reference: string | null;
                        note: string | null;
                        provider: string | null;
                        reversedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description What it pays now */
                        invoices: {
                            invoiceId: string;
                            number: string;
                            amount: string;
                        }[];
                        entries: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPaymentsIdUnallocate: {
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
                "application/json": {
                    /** Format: uuid */
                    entryId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        customerId: string;
                        customerName: string;
                        receivedOn: string;
                        amount: string;
                        currency: string;
                        allocated: string;
                        refunded: string;
                        unallocated: string;
                        /** @enum {string} */
                        state: "unallocated" | "part_allocated" | "allocated" | "refunded" | "reversed";
                        /** @enum {string} */
                        method: "transfer" | "card" | "cash" | "direct_debit" | "cheque" | "other";
                        reference: string | null;
                        note: string | null;
                        provider: string | null;
                        reversedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description What it pays now */
                        invoices: {
                            invoiceId: string;
                            number: string;
                            amount: string;
                        }[];
                        entries: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPaymentsIdRefund: {
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
                "application/json": {
                    amount: string;
                    /** Format: date */
                    date?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        customerId: string;
                        customerName: string;
                        receivedOn: string;
                        amount: string;
                        currency: string;
                        allocated: string;
                        refunded: string;
                        unallocated: string;
                        /** @enum {string} */
                        state: "unallocated" | "part_allocated" | "allocated" | "refunded" | "reversed";
                        /** @enum {string} */
                        method: "transfer" | "card" | "cash" | "direct_debit" | "cheque" | "other";
                        reference: string | null;
                        note: string | null;
                        provider: string | null;
                        reversedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description What it pays now */
                        invoices: {
                            invoiceId: string;
                            number: string;
                            amount: string;
                        }[];
                        entries: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPaymentsIdReverse: {
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
                "application/json": {
                    reason: string;
                    /** Format: date */
                    date?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        customerId: string;
                        customerName: string;
                        receivedOn: string;
                        amount: string;
                        currency: string;
                        allocated: string;
                        refunded: string;
                        unallocated: string;
                        /** @enum {string} */
                        state: "unallocated" | "part_allocated" | "allocated" | "refunded" | "reversed";
                        /** @enum {string} */
                        method: "transfer" | "card" | "cash" | "direct_debit" | "cheque" | "other";
                        reference: string | null;
                        note: string | null;
                        provider: string | null;
                        reversedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description What it pays now */
                        invoices: {
                            invoiceId: string;
                            number: string;
                            amount: string;
                        }[];
                        entries: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvoicesIdPayments: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        open: string;
                        currency: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postInvoicesIdWriteOff: {
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
                "application/json": {
                    /** @description All that is open when absent */
                    amount?: string;
                    /** Format: date */
                    date?: string;
                    /** @enum {string} */
                    kind: "bad_debt" | "bank_fee" | "discount" | "rounding" | "other";
                    /**
                     * @default none
                     * @enum {string}
                     */
                    taxTreatment?: "tax_stays_due" | "tax_reclaimed" | "none";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        open: string;
                        currency: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postInvoicesIdRecover: {
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
                "application/json": {
                    /** @description All that was written off when absent */
                    amount?: string;
                    /** Format: date */
                    date?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        open: string;
                        currency: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCreditNotesIdAllocate: {
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
                "application/json": {
                    allocations: "oldest_due" | {
                        /** Format: uuid */
                        invoiceId: string;
                        amount: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        open: string;
                        currency: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCreditNotesIdUnallocate: {
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
                "application/json": {
                    /** Format: uuid */
                    entryId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        open: string;
                        currency: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postCreditNotesIdRefund: {
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
                "application/json": {
                    amount: string;
                    /** Format: date */
                    date?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
                            date: string;
                            amount: string;
                            currency: string;
                            paymentId: string | null;
                            creditNoteId: string | null;
                            creditNoteNumber: string | null;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            undoes: string | null;
                            undone: boolean;
                            reason: string | null;
                            writeOffKind: string | null;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        open: string;
                        currency: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getCustomersIdBalance: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerId: string;
                        balances: {
                            currency: string;
                            open: string;
                            overdue: string;
                            credit: string;
                            /** @description open − credit */
                            balance: string;
                            openInvoices: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getProposals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                companyId?: string;
                customerId?: string;
                tab?: "all" | "draft" | "open" | "accepted" | "to_invoice" | "ended";
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            companyId: string;
                            number: string | null;
                            title: string;
                            customerId: string | null;
                            customerName: string | null;
                            /** @enum {string} */
                            state: "draft" | "sent" | "viewed" | "accepted" | "declined" | "expired" | "withdrawn" | "part_invoiced" | "invoiced";
                            sentVersion: number | null;
                            sentAt: string | null;
                            validUntil: string | null;
                            endsInDays: number | null;
                            views: number;
                            currency: string;
                            total: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postProposals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    companyId: string;
                    /** @default null */
                    customerId?: string | null;
                    title: string;
                    /**
                     * @description For whom it is; the customer's contact when absent
                     * @default null
                     */
                    contactName?: string | null;
                    currency: string;
                    /** @default null */
                    locale?: string | null;
                    /**
                     * @description Good until the end of that day in the company's time zone
                     * @default null
                     */
                    validUntil?: string | null;
                    /**
                     * @default net
                     * @enum {string}
                     */
                    prices?: "net" | "inclusive";
                    /**
                     * @default document
                     * @enum {string}
                     */
                    taxRounding?: "document" | "line";
                    /** @default null */
                    template?: ("ledger" | "letter") | null;
                    /** @default null */
                    paper?: ("a4" | "us-letter") | null;
                    /** @default [] */
                    sections?: {
                        /** @default null */
                        title?: string | null;
                        text: string;
                        /**
                         * @default before
                         * @enum {string}
                         */
                        place?: "before" | "after";
                    }[];
                    /** @default [] */
                    groups?: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                        /** @default null */
                        text?: string | null;
                        /** @default 1 */
                        min?: number;
                        /** @default 1 */
                        max?: number;
                    }[];
                    /** @default [] */
                    lines?: {
                        /**
                         * Format: uuid
                         * @description Made by the server when absent
                         */
                        id?: string;
                        /**
                         * @description Makes it an option of that group
                         * @default null
                         */
                        groupId?: string | null;
                        /**
                         * @description The buyer may add it
                         * @default false
                         */
                        optional?: boolean;
                        /**
                         * @description Ticked when the buyer opens the page
                         * @default false
                         */
                        preselected?: boolean;
                        /** @default null */
                        itemId?: string | null;
                        name: string;
                        /** @default null */
                        description?: string | null;
                        /** @default 1 */
                        quantity?: string;
                        /**
                         * @description The buyer may change the quantity
                         * @default null
                         */
                        quantityChoice?: {
                            min: string;
                            max: string;
                            /** @default 1 */
                            step?: string;
                        } | null;
                        /** @default C62 */
                        unit?: string;
                        unitPrice: string;
                        /** @default null */
                        discount?: ({
                            amount: string;
                        } | {
                            percent: string;
                        }) | null;
                        /** @enum {string} */
                        vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        /** @default 0 */
                        vatRate?: string;
                        /** @default null */
                        exemptionReason?: string | null;
                    }[];
                    /**
                     * @description What is due when; the percents sum to 100
                     * @default []
                     */
                    schedule?: {
                        label: string;
                        percent: string;
                    }[];
                    /** @default null */
                    terms?: string | null;
                    /** @default null */
                    internalNote?: string | null;
                    /**
                     * @description Draft the invoice in the moment of acceptance
                     * @default true
                     */
                    invoiceOnAcceptance?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        number: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "viewed" | "accepted" | "declined" | "expired" | "withdrawn" | "part_invoiced" | "invoiced";
                        customerId: string | null;
                        customerName: string | null;
                        title: string;
                        contactName: string | null;
                        currency: string;
                        locale: string | null;
                        validUntil: string | null;
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        sections: {
                            title: string | null;
                            text: string;
                            /** @enum {string} */
                            place: "before" | "after";
                        }[];
                        groups: {
                            id: string;
                            title: string;
                            text: string | null;
                            min: number;
                            max: number;
                        }[];
                        lines: {
                            id: string;
                            groupId: string | null;
                            optional: boolean;
                            preselected: boolean;
                            itemId: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            quantityChoice: {
                                min: string;
                                max: string;
                                step: string;
                            } | null;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                        }[];
                        schedule: {
                            label: string;
                            percent: string;
                            amount: string;
                        }[];
                        terms: string | null;
                        internalNote: string | null;
                        invoiceOnAcceptance: boolean;
                        /** @description Of the fixed and the preselected lines */
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        /** @description Per line, for its quantity */
                        lineAmounts: string[];
                        sentVersion: number | null;
                        sentAt: string | null;
                        unsentChanges: boolean;
                        versions: {
                            version: number;
                            /** Format: date-time */
                            sentAt: string;
                            validUntil: string | null;
                            hash: string;
                            superseded: boolean;
                            hasPdf: boolean;
                        }[];
                        links: {
                            id: string;
                            sentVersion: number;
                            recipient: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revokedAt: string | null;
                            lastViewedAt: string | null;
                            views: number;
                        }[];
                        views: number;
                        lastViewedAt: string | null;
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        answer: {
                            /** @enum {string} */
                            kind: "accepted" | "declined";
                            /** Format: date-time */
                            at: string;
                            name: string;
                            email: string | null;
                            reason: string | null;
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            } | null;
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                            consentVersion: string | null;
                            consentText: string | null;
                            sentVersion: number;
                            /** @description SHA-256 of what was shown, chosen, declared, by whom and when */
                            fingerprint: string;
                            ip: string | null;
                            userAgent: string | null;
                            shownHash: string;
                        } | null;
                        invoices: {
                            id: string;
                            number: string | null;
                            total: string;
                        }[];
                        /** @description After acceptance: what may still be invoiced */
                        left: {
                            lineId: string;
                            name: string;
                            accepted: string;
                            invoiced: string;
                            left: string;
                        }[];
                        /** @description Why it cannot be sent yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getProposalsCounts: {
        parameters: {
            query?: {
                companyId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            [key: string]: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getProposalsId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        number: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "viewed" | "accepted" | "declined" | "expired" | "withdrawn" | "part_invoiced" | "invoiced";
                        customerId: string | null;
                        customerName: string | null;
                        title: string;
                        contactName: string | null;
                        currency: string;
                        locale: string | null;
                        validUntil: string | null;
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        sections: {
                            title: string | null;
                            text: string;
                            /** @enum {string} */
                            place: "before" | "after";
                        }[];
                        groups: {
                            id: string;
                            title: string;
                            text: string | null;
                            min: number;
                            max: number;
                        }[];
                        lines: {
                            id: string;
                            groupId: string | null;
                            optional: boolean;
                            preselected: boolean;
                            itemId: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            quantityChoice: {
                                min: string;
                                max: string;
                                step: string;
                            } | null;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                        }[];
                        schedule: {
                            label: string;
                            percent: string;
                            amount: string;
                        }[];
                        terms: string | null;
                        internalNote: string | null;
                        invoiceOnAcceptance: boolean;
                        /** @description Of the fixed and the preselected lines */
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        /** @description Per line, for its quantity */
                        lineAmounts: string[];
                        sentVersion: number | null;
                        sentAt: string | null;
                        unsentChanges: boolean;
                        versions: {
                            version: number;
                            /** Format: date-time */
                            sentAt: string;
                            validUntil: string | null;
                            hash: string;
                            superseded: boolean;
                            hasPdf: boolean;
                        }[];
                        links: {
                            id: string;
                            sentVersion: number;
                            recipient: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revokedAt: string | null;
                            lastViewedAt: string | null;
                            views: number;
                        }[];
                        views: number;
                        lastViewedAt: string | null;
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        answer: {
                            /** @enum {string} */
                            kind: "accepted" | "declined";
                            /** Format: date-time */
                            at: string;
                            name: string;
                            email: string | null;
                            reason: string | null;
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            } | null;
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                            consentVersion: string | null;
                            consentText: string | null;
                            sentVersion: number;
                            /** @description SHA-256 of what was shown, chosen, declared, by whom and when */
                            fingerprint: string;
                            ip: string | null;
                            userAgent: string | null;
                            shownHash: string;
                        } | null;
                        invoices: {
                            id: string;
                            number: string | null;
                            total: string;
                        }[];
                        /** @description After acceptance: what may still be invoiced */
                        left: {
                            lineId: string;
                            name: string;
                            accepted: string;
                            invoiced: string;
                            left: string;
                        }[];
                        /** @description Why it cannot be sent yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    putProposalsId: {
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
                "application/json": {
                    /** @default null */
                    customerId?: string | null;
                    title: string;
                    /**
                     * @description For whom it is; the customer's contact when absent
                     * @default null
                     */
                    contactName?: string | null;
                    currency: string;
                    /** @default null */
                    locale?: string | null;
                    /**
                     * @description Good until the end of that day in the company's time zone
                     * @default null
                     */
                    validUntil?: string | null;
                    /**
                     * @default net
                     * @enum {string}
                     */
                    prices?: "net" | "inclusive";
                    /**
                     * @default document
                     * @enum {string}
                     */
                    taxRounding?: "document" | "line";
                    /** @default null */
                    template?: ("ledger" | "letter") | null;
                    /** @default null */
                    paper?: ("a4" | "us-letter") | null;
                    /** @default [] */
                    sections?: {
                        /** @default null */
                        title?: string | null;
                        text: string;
                        /**
                         * @default before
                         * @enum {string}
                         */
                        place?: "before" | "after";
                    }[];
                    /** @default [] */
                    groups?: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                        /** @default null */
                        text?: string | null;
                        /** @default 1 */
                        min?: number;
                        /** @default 1 */
                        max?: number;
                    }[];
                    /** @default [] */
                    lines?: {
                        /**
                         * Format: uuid
                         * @description Made by the server when absent
                         */
                        id?: string;
                        /**
                         * @description Makes it an option of that group
                         * @default null
                         */
                        groupId?: string | null;
                        /**
                         * @description The buyer may add it
                         * @default false
                         */
                        optional?: boolean;
                        /**
                         * @description Ticked when the buyer opens the page
                         * @default false
                         */
                        preselected?: boolean;
                        /** @default null */
                        itemId?: string | null;
                        name: string;
                        /** @default null */
                        description?: string | null;
                        /** @default 1 */
                        quantity?: string;
                        /**
                         * @description The buyer may change the quantity
                         * @default null
                         */
                        quantityChoice?: {
                            min: string;
                            max: string;
                            /** @default 1 */
                            step?: string;
                        } | null;
                        /** @default C62 */
                        unit?: string;
                        unitPrice: string;
                        /** @default null */
                        discount?: ({
                            amount: string;
                        } | {
                            percent: string;
                        }) | null;
                        /** @enum {string} */
                        vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                        /** @default 0 */
                        vatRate?: string;
                        /** @default null */
                        exemptionReason?: string | null;
                    }[];
                    /**
                     * @description What is due when; the percents sum to 100
                     * @default []
                     */
                    schedule?: {
                        label: string;
                        percent: string;
                    }[];
                    /** @default null */
                    terms?: string | null;
                    /** @default null */
                    internalNote?: string | null;
                    /**
                     * @description Draft the invoice in the moment of acceptance
                     * @default true
                     */
                    invoiceOnAcceptance?: boolean;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        number: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "viewed" | "accepted" | "declined" | "expired" | "withdrawn" | "part_invoiced" | "invoiced";
                        customerId: string | null;
                        customerName: string | null;
                        title: string;
                        contactName: string | null;
                        currency: string;
                        locale: string | null;
                        validUntil: string | null;
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        sections: {
                            title: string | null;
                            text: string;
                            /** @enum {string} */
                            place: "before" | "after";
                        }[];
                        groups: {
                            id: string;
                            title: string;
                            text: string | null;
                            min: number;
                            max: number;
                        }[];
                        lines: {
                            id: string;
                            groupId: string | null;
                            optional: boolean;
                            preselected: boolean;
                            itemId: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            quantityChoice: {
                                min: string;
                                max: string;
                                step: string;
                            } | null;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                        }[];
                        schedule: {
                            label: string;
                            percent: string;
                            amount: string;
                        }[];
                        terms: string | null;
                        internalNote: string | null;
                        invoiceOnAcceptance: boolean;
                        /** @description Of the fixed and the preselected lines */
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        /** @description Per line, for its quantity */
                        lineAmounts: string[];
                        sentVersion: number | null;
                        sentAt: string | null;
                        unsentChanges: boolean;
                        versions: {
                            version: number;
                            /** Format: date-time */
                            sentAt: string;
                            validUntil: string | null;
                            hash: string;
                            superseded: boolean;
                            hasPdf: boolean;
                        }[];
                        links: {
                            id: string;
                            sentVersion: number;
                            recipient: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revokedAt: string | null;
                            lastViewedAt: string | null;
                            views: number;
                        }[];
                        views: number;
                        lastViewedAt: string | null;
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        answer: {
                            /** @enum {string} */
                            kind: "accepted" | "declined";
                            /** Format: date-time */
                            at: string;
                            name: string;
                            email: string | null;
                            reason: string | null;
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            } | null;
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                            consentVersion: string | null;
                            consentText: string | null;
                            sentVersion: number;
                            /** @description SHA-256 of what was shown, chosen, declared, by whom and when */
                            fingerprint: string;
                            ip: string | null;
                            userAgent: string | null;
                            shownHash: string;
                        } | null;
                        invoices: {
                            id: string;
                            number: string | null;
                            total: string;
                        }[];
                        /** @description After acceptance: what may still be invoiced */
                        left: {
                            lineId: string;
                            name: string;
                            accepted: string;
                            invoiced: string;
                            left: string;
                        }[];
                        /** @description Why it cannot be sent yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    deleteProposalsId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postProposalsIdSend: {
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
                "application/json": {
                    /** @description The version that was looked at; refused when it has changed since */
                    version?: number;
                    /** @description Absent: only make the link, to be passed on by hand */
                    mail?: {
                        /** Format: email */
                        to: string;
                        /** @default null */
                        toName?: string | null;
                        /** @default null */
                        subject?: string | null;
                        /**
                         * @description The link is put below it
                         * @default null
                         */
                        message?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        sentVersion: number;
                        /** @description Shown once; only its SHA-256 is kept */
                        link: string;
                        linkId: string;
                        deliveryId: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postProposalsIdLinks: {
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
                "application/json": {
                    /** @description Absent: only make the link, to be passed on by hand */
                    mail?: {
                        /** Format: email */
                        to: string;
                        /** @default null */
                        toName?: string | null;
                        /** @default null */
                        subject?: string | null;
                        /**
                         * @description The link is put below it
                         * @default null
                         */
                        message?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        linkId: string;
                        link: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    deleteProposalsIdLinksLinkId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postProposalsIdExtend: {
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
                "application/json": {
                    /** Format: date */
                    validUntil: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        number: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "viewed" | "accepted" | "declined" | "expired" | "withdrawn" | "part_invoiced" | "invoiced";
                        customerId: string | null;
                        customerName: string | null;
                        title: string;
                        contactName: string | null;
                        currency: string;
                        locale: string | null;
                        validUntil: string | null;
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        sections: {
                            title: string | null;
                            text: string;
                            /** @enum {string} */
                            place: "before" | "after";
                        }[];
                        groups: {
                            id: string;
                            title: string;
                            text: string | null;
                            min: number;
                            max: number;
                        }[];
                        lines: {
                            id: string;
                            groupId: string | null;
                            optional: boolean;
                            preselected: boolean;
                            itemId: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            quantityChoice: {
                                min: string;
                                max: string;
                                step: string;
                            } | null;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                        }[];
                        schedule: {
                            label: string;
                            percent: string;
                            amount: string;
                        }[];
                        terms: string | null;
                        internalNote: string | null;
                        invoiceOnAcceptance: boolean;
                        /** @description Of the fixed and the preselected lines */
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        /** @description Per line, for its quantity */
                        lineAmounts: string[];
                        sentVersion: number | null;
                        sentAt: string | null;
                        unsentChanges: boolean;
                        versions: {
                            version: number;
                            /** Format: date-time */
                            sentAt: string;
                            validUntil: string | null;
                            hash: string;
                            superseded: boolean;
                            hasPdf: boolean;
                        }[];
                        links: {
                            id: string;
                            sentVersion: number;
                            recipient: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revokedAt: string | null;
                            lastViewedAt: string | null;
                            views: number;
                        }[];
                        views: number;
                        lastViewedAt: string | null;
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        answer: {
                            /** @enum {string} */
                            kind: "accepted" | "declined";
                            /** Format: date-time */
                            at: string;
                            name: string;
                            email: string | null;
                            reason: string | null;
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            } | null;
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                            consentVersion: string | null;
                            consentText: string | null;
                            sentVersion: number;
                            /** @description SHA-256 of what was shown, chosen, declared, by whom and when */
                            fingerprint: string;
                            ip: string | null;
                            userAgent: string | null;
                            shownHash: string;
                        } | null;
                        invoices: {
                            id: string;
                            number: string | null;
                            total: string;
                        }[];
                        /** @description After acceptance: what may still be invoiced */
                        left: {
                            lineId: string;
                            name: string;
                            accepted: string;
                            invoiced: string;
                            left: string;
                        }[];
                        /** @description Why it cannot be sent yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postProposalsIdWithdraw: {
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
                "application/json": {
                    /** @default null */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        number: string | null;
                        /** @enum {string} */
                        state: "draft" | "sent" | "viewed" | "accepted" | "declined" | "expired" | "withdrawn" | "part_invoiced" | "invoiced";
                        customerId: string | null;
                        customerName: string | null;
                        title: string;
                        contactName: string | null;
                        currency: string;
                        locale: string | null;
                        validUntil: string | null;
                        /** @enum {string} */
                        prices: "net" | "inclusive";
                        /** @enum {string} */
                        taxRounding: "document" | "line";
                        template: ("ledger" | "letter") | null;
                        paper: ("a4" | "us-letter") | null;
                        sections: {
                            title: string | null;
                            text: string;
                            /** @enum {string} */
                            place: "before" | "after";
                        }[];
                        groups: {
                            id: string;
                            title: string;
                            text: string | null;
                            min: number;
                            max: number;
                        }[];
                        lines: {
                            id: string;
                            groupId: string | null;
                            optional: boolean;
                            preselected: boolean;
                            itemId: string | null;
                            name: string;
                            description: string | null;
                            quantity: string;
                            quantityChoice: {
                                min: string;
                                max: string;
                                step: string;
                            } | null;
                            unit: string;
                            unitPrice: string;
                            discount: ({
                                amount: string;
                            } | {
                                percent: string;
                            }) | null;
                            /** @enum {string} */
                            vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                            vatRate: string;
                            exemptionReason: string | null;
                        }[];
                        schedule: {
                            label: string;
                            percent: string;
                            amount: string;
                        }[];
                        terms: string | null;
                        internalNote: string | null;
                        invoiceOnAcceptance: boolean;
                        /** @description Of the fixed and the preselected lines */
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        /** @description Per line, for its quantity */
                        lineAmounts: string[];
                        sentVersion: number | null;
                        sentAt: string | null;
                        unsentChanges: boolean;
                        versions: {
                            version: number;
                            /** Format: date-time */
                            sentAt: string;
                            validUntil: string | null;
                            hash: string;
                            superseded: boolean;
                            hasPdf: boolean;
                        }[];
                        links: {
                            id: string;
                            sentVersion: number;
                            recipient: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revokedAt: string | null;
                            lastViewedAt: string | null;
                            views: number;
                        }[];
                        views: number;
                        lastViewedAt: string | null;
                        delivery: ("waiting" | "queued" | "sent" | "outbox" | "failed" | "unknown") | null;
                        answer: {
                            /** @enum {string} */
                            kind: "accepted" | "declined";
                            /** Format: date-time */
                            at: string;
                            name: string;
                            email: string | null;
                            reason: string | null;
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            } | null;
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                            consentVersion: string | null;
                            consentText: string | null;
                            sentVersion: number;
                            /** @description SHA-256 of what was shown, chosen, declared, by whom and when */
                            fingerprint: string;
                            ip: string | null;
                            userAgent: string | null;
                            shownHash: string;
                        } | null;
                        invoices: {
                            id: string;
                            number: string | null;
                            total: string;
                        }[];
                        /** @description After acceptance: what may still be invoiced */
                        left: {
                            lineId: string;
                            name: string;
                            accepted: string;
                            invoiced: string;
                            left: string;
                        }[];
                        /** @description Why it cannot be sent yet */
                        blockers: {
                            code: string;
                            message: string;
                        }[];
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postProposalsIdInvoices: {
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
                "application/json": {
                    /** @default all */
                    lines?: "all" | {
                        /** Format: uuid */
                        lineId: string;
                        quantity: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The draft invoice */
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getProposalsIdPdf: {
        parameters: {
            query?: {
                version?: number;
                download?: "yes" | "no";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getPublicProposalsToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "accepted" | "declined" | "expired" | "withdrawn" | "superseded";
                        /** @description SHA-256 of `shown`; send it back when answering */
                        hash: string;
                        shown: {
                            number: string;
                            sentVersion: number;
                            title: string;
                            sentOn: string;
                            validUntil: string | null;
                            locale: string;
                            currency: string;
                            /** @enum {string} */
                            prices: "net" | "inclusive";
                            /** @enum {string} */
                            taxRounding: "document" | "line";
                            seller: {
                                name: string;
                                brand: string;
                                address: string[];
                                country: string | null;
                                vatId: string | null;
                                taxNumber: string | null;
                                registration: string | null;
                                email: string | null;
                                phone: string | null;
                                website: string | null;
                                colour: string | null;
                            };
                            buyer: {
                                name: string;
                                contactName: string | null;
                                address: string[];
                                vatId: string | null;
                            };
                            sections: {
                                title: string | null;
                                text: string;
                                /** @enum {string} */
                                place: "before" | "after";
                            }[];
                            groups: {
                                id: string;
                                title: string;
                                text: string | null;
                                min: number;
                                max: number;
                            }[];
                            lines: {
                                id: string;
                                groupId: string | null;
                                optional: boolean;
                                preselected: boolean;
                                itemId: string | null;
                                name: string;
                                description: string | null;
                                quantity: string;
                                quantityChoice: {
                                    min: string;
                                    max: string;
                                    step: string;
                                } | null;
                                unit: string;
                                unitPrice: string;
                                discount: ({
                                    amount: string;
                                } | {
                                    percent: string;
                                }) | null;
                                /** @enum {string} */
                                vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                vatRate: string;
                                exemptionReason: string | null;
                            }[];
                            schedule: {
                                label: string;
                                percent: string;
                            }[];
                            terms: string | null;
                            consent: {
                                version: string;
                                text: string;
                            };
                        };
                        hasLogo: boolean;
                        initial: {
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            };
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                        };
                        /** @description Per line, for its quantity */
                        lineAmounts: string[];
                        answer: {
                            /** @enum {string} */
                            kind: "accepted" | "declined";
                            /** Format: date-time */
                            at: string;
                            name: string;
                            email: string | null;
                            reason: string | null;
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            } | null;
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                            consentVersion: string | null;
                            consentText: string | null;
                            sentVersion: number;
                            /** @description SHA-256 of what was shown, chosen, declared, by whom and when */
                            fingerprint: string;
                        } | null;
                        /** @description As extended since; `shown` keeps the day it was sent with */
                        validUntil: string | null;
                        /** @description The instant after which it cannot be accepted */
                        endsAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPublicProposalsTokenView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPublicProposalsTokenQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    selection: {
                        /** Format: uuid */
                        lineId: string;
                        quantity?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        selection: {
                            lineId: string;
                            quantity: string;
                        }[];
                        lineAmounts: string[];
                        totals: {
                            lineTotal: string;
                            allowanceTotal: string;
                            chargeTotal: string;
                            netTotal: string;
                            vatTotal: string;
                            grossTotal: string;
                            vat: {
                                /** @enum {string} */
                                category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                rate: string;
                                base: string;
                                tax: string;
                                reason: string | null;
                            }[];
                        };
                        schedule: {
                            label: string;
                            percent: string;
                            amount: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPublicProposalsTokenAccept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hash: string;
                    selection: {
                        /** Format: uuid */
                        lineId: string;
                        quantity?: string;
                    }[];
                    name: string;
                    /** @default null */
                    email?: (string | "") | null;
                    /** @enum {boolean} */
                    consent: true;
                    consentVersion: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "accepted" | "declined" | "expired" | "withdrawn" | "superseded";
                        /** @description SHA-256 of `shown`; send it back when answering */
                        hash: string;
                        shown: {
                            number: string;
                            sentVersion: number;
                            title: string;
                            sentOn: string;
                            validUntil: string | null;
                            locale: string;
                            currency: string;
                            /** @enum {string} */
                            prices: "net" | "inclusive";
                            /** @enum {string} */
                            taxRounding: "document" | "line";
                            seller: {
                                name: string;
                                brand: string;
                                address: string[];
                                country: string | null;
                                vatId: string | null;
                                taxNumber: string | null;
                                registration: string | null;
                                email: string | null;
                                phone: string | null;
                                website: string | null;
                                colour: string | null;
                            };
                            buyer: {
                                name: string;
                                contactName: string | null;
                                address: string[];
                                vatId: string | null;
                            };
                            sections: {
                                title: string | null;
                                text: string;
                                /** @enum {string} */
                                place: "before" | "after";
                            }[];
                            groups: {
                                id: string;
                                title: string;
                                text: string | null;
                                min: number;
                                max: number;
                            }[];
                            lines: {
                                id: string;
                                groupId: string | null;
                                optional: boolean;
                                preselected: boolean;
                                itemId: string | null;
                                name: string;
                                description: string | null;
                                quantity: string;
                                quantityChoice: {
                                    min: string;
                                    max: string;
                                    step: string;
                                } | null;
                                unit: string;
                                unitPrice: string;
                                discount: ({
                                    amount: string;
                                } | {
                                    percent: string;
                                }) | null;
                                /** @enum {string} */
                                vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                vatRate: string;
                                exemptionReason: string | null;
                            }[];
                            schedule: {
                                label: string;
                                percent: string;
                            }[];
                            terms: string | null;
                            consent: {
                                version: string;
                                text: string;
                            };
                        };
                        hasLogo: boolean;
                        initial: {
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            };
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                        };
                        /** @description Per line, for its quantity */
                        lineAmounts: string[];
                        answer: {
                            /** @enum {string} */
                            kind: "accepted" | "declined";
                            /** Format: date-time */
                            at: string;
                            name: string;
                            email: string | null;
                            reason: string | null;
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            } | null;
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                            consentVersion: string | null;
                            consentText: string | null;
                            sentVersion: number;
                            /** @description SHA-256 of what was shown, chosen, declared, by whom and when */
                            fingerprint: string;
                        } | null;
                        /** @description As extended since; `shown` keeps the day it was sent with */
                        validUntil: string | null;
                        /** @description The instant after which it cannot be accepted */
                        endsAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postPublicProposalsTokenDecline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hash: string;
                    name: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "accepted" | "declined" | "expired" | "withdrawn" | "superseded";
                        /** @description SHA-256 of `shown`; send it back when answering */
                        hash: string;
                        shown: {
                            number: string;
                            sentVersion: number;
                            title: string;
                            sentOn: string;
                            validUntil: string | null;
                            locale: string;
                            currency: string;
                            /** @enum {string} */
                            prices: "net" | "inclusive";
                            /** @enum {string} */
                            taxRounding: "document" | "line";
                            seller: {
                                name: string;
                                brand: string;
                                address: string[];
                                country: string | null;
                                vatId: string | null;
                                taxNumber: string | null;
                                registration: string | null;
                                email: string | null;
                                phone: string | null;
                                website: string | null;
                                colour: string | null;
                            };
                            buyer: {
                                name: string;
                                contactName: string | null;
                                address: string[];
                                vatId: string | null;
                            };
                            sections: {
                                title: string | null;
                                text: string;
                                /** @enum {string} */
                                place: "before" | "after";
                            }[];
                            groups: {
                                id: string;
                                title: string;
                                text: string | null;
                                min: number;
                                max: number;
                            }[];
                            lines: {
                                id: string;
                                groupId: string | null;
                                optional: boolean;
                                preselected: boolean;
                                itemId: string | null;
                                name: string;
                                description: string | null;
                                quantity: string;
                                quantityChoice: {
                                    min: string;
                                    max: string;
                                    step: string;
                                } | null;
                                unit: string;
                                unitPrice: string;
                                discount: ({
                                    amount: string;
                                } | {
                                    percent: string;
                                }) | null;
                                /** @enum {string} */
                                vatCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                vatRate: string;
                                exemptionReason: string | null;
                            }[];
                            schedule: {
                                label: string;
                                percent: string;
                            }[];
                            terms: string | null;
                            consent: {
                                version: string;
                                text: string;
                            };
                        };
                        hasLogo: boolean;
                        initial: {
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            };
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                        };
                        /** @description Per line, for its quantity */
                        lineAmounts: string[];
                        answer: {
                            /** @enum {string} */
                            kind: "accepted" | "declined";
                            /** Format: date-time */
                            at: string;
                            name: string;
                            email: string | null;
                            reason: string | null;
                            selection: {
                                lineId: string;
                                quantity: string;
                            }[];
                            totals: {
                                lineTotal: string;
                                allowanceTotal: string;
                                chargeTotal: string;
                                netTotal: string;
                                vatTotal: string;
                                grossTotal: string;
                                vat: {
                                    /** @enum {string} */
                                    category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
                                    rate: string;
                                    base: string;
                                    tax: string;
                                    reason: string | null;
                                }[];
                            } | null;
                            schedule: {
                                label: string;
                                percent: string;
                                amount: string;
                            }[];
                            consentVersion: string | null;
                            consentText: string | null;
                            sentVersion: number;
                            /** @description SHA-256 of what was shown, chosen, declared, by whom and when */
                            fingerprint: string;
                        } | null;
                        /** @description As extended since; `shown` keeps the day it was sent with */
                        validUntil: string | null;
                        /** @description The instant after which it cannot be accepted */
                        endsAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getPublicProposalsTokenPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getPublicProposalsTokenLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getReceivedInvoices: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                tab?: "all" | "to_read" | "to_review" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                companyId?: string;
                supplierId?: string;
                /** @description Words in supplier, number or file name, or an amount */
                search?: string;
                sort?: "received" | "due" | "supplier" | "amount";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            companyId: string;
                            fileName: string;
                            /** @enum {string} */
                            kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                            mediaType: string;
                            sizeBytes: number;
                            /** Format: date-time */
                            receivedAt: string;
                            receivedBy: string | null;
                            /** @enum {string} */
                            receivedVia: "web" | "api" | "sample";
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            reading: {
                                /** @enum {string} */
                                state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                                /** @description While reading: the page it is at */
                                page: number | null;
                                pages: number | null;
                                code: string | null;
                                reason: string | null;
                                remedy: string | null;
                            };
                            review: {
                                /** @enum {string} */
                                state: "to_review" | "reviewed" | "duplicate" | "rejected";
                                at: string | null;
                                by: string | null;
                                rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                                rejectNote: string | null;
                            };
                            approval: {
                                /** @enum {string} */
                                state: "to_approve" | "approved" | "on_hold";
                                at: string | null;
                                by: string | null;
                                holdCode: ("bank_changed" | "by_hand") | null;
                                holdNote: string | null;
                            };
                            export: {
                                /** @enum {string} */
                                state: "not_exported" | "exported";
                                at: string | null;
                            };
                            documentType: string | null;
                            supplierId: string | null;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            dueDate: string | null;
                            currency: string | null;
                            grossTotal: string | null;
                            amountDue: string | null;
                            proof: ("complete" | "partial" | "contradictory" | "none") | null;
                            /** @description Paths of the open questions; those that stop an approval first */
                            toCheck: string[];
                            /** @description How many of them stop an approval */
                            blocking: number;
                            flags: string[];
                            duplicateOf: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoices: {
        parameters: {
            query?: {
                companyId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            fileName: string;
                            /** @enum {string} */
                            outcome: "received" | "already_here" | "refused";
                            id?: string;
                            /** @description The same bytes are in this workspace already; `id` is that document */
                            duplicate?: boolean;
                            /** @enum {string} */
                            state?: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            code?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getReceivedInvoicesCounts: {
        parameters: {
            query?: {
                companyId?: string;
                supplierId?: string;
                /** @description Words in supplier, number or file name, or an amount */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tabs: {
                            [key: string]: number;
                        };
                        states: {
                            [key: string]: number;
                        };
                        /** @description Totals still to review or approve, per currency */
                        sums: {
                            currency: string;
                            open: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getReceivedInvoicesSuppliersId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        supplierId: string;
                        documents: number;
                        open: number;
                        firstAt: string | null;
                        lastAt: string | null;
                        ibans: string[];
                        totals: {
                            currency: string;
                            documents: number;
                            grossTotal: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesApproveMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        results: {
                            id: string;
                            /** @enum {string} */
                            outcome: "done" | "refused";
                            code?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesRejectMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    /** @enum {string} */
                    code: "not_ours" | "duplicate" | "not_ordered" | "wrong" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        results: {
                            id: string;
                            /** @enum {string} */
                            outcome: "done" | "refused";
                            code?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getReceivedInvoicesId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getReceivedInvoicesIdOriginal: {
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
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getReceivedInvoicesIdPagesPageImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getReceivedInvoicesIdPagesPageWords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        page: number;
                        width: number;
                        height: number;
                        /** @enum {string} */
                        source: "text" | "ocr" | "none";
                        words: {
                            text: string;
                            box: {
                                x: number;
                                y: number;
                                width: number;
                                height: number;
                            };
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdAnswers: {
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
                "application/json": {
                    version: number;
                    path: string;
                    /** @enum {string} */
                    action: "confirm" | "correct" | "absent";
                    /** @description For correct: money like 1234.50, dates like 2026-03-31, currency like EUR */
                    value?: string;
                    evidence?: {
                        page: number;
                        box: {
                            x: number;
                            y: number;
                            width: number;
                            height: number;
                        };
                        raw: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdLines: {
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
                "application/json": {
                    version: number;
                    lines: {
                        /** @description Index of the line that it was before, whose evidence stays for unchanged cells */
                        from?: number;
                        description?: string;
                        quantity?: string;
                        unit?: string;
                        unitPrice?: string;
                        netAmount?: string;
                        taxRate?: string;
                        itemId?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdUndo: {
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
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdReview: {
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
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdApprove: {
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
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdReject: {
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
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    code: "not_ours" | "duplicate" | "not_ordered" | "wrong" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdHold: {
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
                "application/json": {
                    version: number;
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdRelease: {
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
                "application/json": {
                    version: number;
                    note?: string;
                    /** @description Changed bank account: who confirmed it */
                    spokeTo?: string;
                    /** @description Changed bank account: the number called, not one from the document */
                    calledNumber?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdReopen: {
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
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdNotDuplicate: {
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
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdPassword: {
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
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdReadAgain: {
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
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceivedInvoicesIdMove: {
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
                "application/json": {
                    version: number;
                    /** Format: uuid */
                    companyId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        companyId: string;
                        fileName: string;
                        /** @enum {string} */
                        kind: "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";
                        mediaType: string;
                        sizeBytes: number;
                        /** Format: date-time */
                        receivedAt: string;
                        receivedBy: string | null;
                        /** @enum {string} */
                        receivedVia: "web" | "api" | "sample";
                        /** @enum {string} */
                        state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                        reading: {
                            /** @enum {string} */
                            state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
                            /** @description While reading: the page it is at */
                            page: number | null;
                            pages: number | null;
                            code: string | null;
                            reason: string | null;
                            remedy: string | null;
                        };
                        review: {
                            /** @enum {string} */
                            state: "to_review" | "reviewed" | "duplicate" | "rejected";
                            at: string | null;
                            by: string | null;
                            rejectCode: ("not_ours" | "duplicate" | "not_ordered" | "wrong" | "other") | null;
                            rejectNote: string | null;
                        };
                        approval: {
                            /** @enum {string} */
                            state: "to_approve" | "approved" | "on_hold";
                            at: string | null;
                            by: string | null;
                            holdCode: ("bank_changed" | "by_hand") | null;
                            holdNote: string | null;
                        };
                        export: {
                            /** @enum {string} */
                            state: "not_exported" | "exported";
                            at: string | null;
                        };
                        documentType: string | null;
                        supplierId: string | null;
                        supplierName: string | null;
                        invoiceNumber: string | null;
                        issueDate: string | null;
                        dueDate: string | null;
                        currency: string | null;
                        grossTotal: string | null;
                        amountDue: string | null;
                        proof: ("complete" | "partial" | "contradictory" | "none") | null;
                        /** @description Paths of the open questions; those that stop an approval first */
                        toCheck: string[];
                        /** @description How many of them stop an approval */
                        blocking: number;
                        flags: string[];
                        duplicateOf: string | null;
                        version: number;
                        engineVersion: string | null;
                        syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx") | null;
                        readMs: number | null;
                        fields: {
                            [key: string]: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        };
                        lines: {
                            description?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            quantity?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unit?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            unitPrice?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            netAmount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            taxRate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            itemId?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        taxes: {
                            rate?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            base?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            amount?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                            category?: {
                                value: string;
                                /** @enum {string} */
                                source: "xml" | "text" | "ocr" | "derived" | "memory" | "human";
                                confidence: number;
                                /** @enum {string} */
                                level: "proven" | "sure" | "unsure";
                                evidence: {
                                    /** @description From 1 */
                                    page: number;
                                    box: {
                                        x: number;
                                        y: number;
                                        width: number;
                                        height: number;
                                    };
                                    /** @description As printed */
                                    raw: string;
                                }[];
                                formula?: string;
                                checks: string[];
                                reason?: string;
                                alternatives: {
                                    value: string;
                                    evidence: {
                                        /** @description From 1 */
                                        page: number;
                                        box: {
                                            x: number;
                                            y: number;
                                            width: number;
                                            height: number;
                                        };
                                        /** @description As printed */
                                        raw: string;
                                    }[];
                                    confidence: number;
                                    reason: string;
                                }[];
                            };
                        }[];
                        checks: {
                            name: string;
                            holds: boolean;
                            equation: string;
                            difference?: string;
                            operands: string[];
                        }[];
                        /** @description Empty when the document has no pages to draw (XML) */
                        pages: {
                            number: number;
                            width: number;
                            height: number;
                            /** @enum {string} */
                            source: "text" | "ocr" | "xml" | "none";
                            reason: string;
                            words: number;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            page?: number;
                        }[];
                        questions: {
                            /** @description A value's path, or a finding: bank_changed, duplicate */
                            path: string;
                            /** @enum {string} */
                            kind: "unsure" | "missing" | "bank_changed" | "duplicate";
                            blocking: boolean;
                            reason: string;
                        }[];
                        answers: {
                            seq: number;
                            /** @enum {string} */
                            action: "confirm" | "correct" | "absent" | "lines" | "taxes";
                            path: string;
                            by: string | null;
                            /** Format: date-time */
                            at: string;
                            undone: boolean;
                            before: string | null;
                            after: string | null;
                        }[];
                        /** @description Paths that a person found not to be on the document */
                        absent: string[];
                        canUndo: boolean;
                        netTotal: string | null;
                        taxTotal: string | null;
                        /** @description The supplier on file whose document this seems to be */
                        supplier: {
                            id: string;
                            name: string;
                            invoices: number;
                            since: string | null;
                            ibans: string[];
                        } | null;
                        duplicate: {
                            id: string;
                            supplierName: string | null;
                            invoiceNumber: string | null;
                            issueDate: string | null;
                            grossTotal: string | null;
                            currency: string | null;
                            /** @enum {string} */
                            state: "waiting" | "reading" | "needs_password" | "unreadable" | "to_review" | "duplicate" | "to_approve" | "on_hold" | "approved" | "exported" | "rejected";
                            /** Format: date-time */
                            receivedAt: string;
                            reason: string;
                        } | null;
                        /** @description The documents to review, newest first */
                        queue: {
                            previousId: string | null;
                            nextId: string | null;
                            position: number | null;
                            length: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getExports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            format: "csv" | "csv_lines" | "xlsx" | "json" | "originals";
                            /** @enum {string} */
                            state: "building" | "ready" | "failed";
                            fileName: string;
                            companyId: string | null;
                            documents: number | null;
                            sizeBytes: number | null;
                            sha256: string | null;
                            failure: string | null;
                            createdBy: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            readyAt: string | null;
                            /** @description Where to download it once it is ready */
                            url: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postExports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "csv" | "csv_lines" | "xlsx" | "json" | "originals";
                    /**
                     * @default {
                     *       "includeExported": false
                     *     }
                     */
                    selection?: {
                        ids?: string[];
                        /** Format: uuid */
                        companyId?: string;
                        /** Format: uuid */
                        supplierId?: string;
                        /**
                         * @description Also those that were exported before
                         * @default false
                         */
                        includeExported?: boolean;
                        /** Format: date */
                        issuedFrom?: string;
                        /** Format: date */
                        issuedUntil?: string;
                    };
                    /**
                     * @description Documents in the file count as exported
                     * @default true
                     */
                    markExported?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        format: "csv" | "csv_lines" | "xlsx" | "json" | "originals";
                        /** @enum {string} */
                        state: "building" | "ready" | "failed";
                        fileName: string;
                        companyId: string | null;
                        documents: number | null;
                        sizeBytes: number | null;
                        sha256: string | null;
                        failure: string | null;
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        readyAt: string | null;
                        /** @description Where to download it once it is ready */
                        url: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getExportsPreview: {
        parameters: {
            query?: {
                companyId?: string;
                supplierId?: string;
                issuedFrom?: string;
                issuedUntil?: string;
                includeExported?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: number;
                        sums: {
                            currency: string;
                            documents: number;
                            grossTotal: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getExportsId: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        format: "csv" | "csv_lines" | "xlsx" | "json" | "originals";
                        /** @enum {string} */
                        state: "building" | "ready" | "failed";
                        fileName: string;
                        companyId: string | null;
                        documents: number | null;
                        sizeBytes: number | null;
                        sha256: string | null;
                        failure: string | null;
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        readyAt: string | null;
                        /** @description Where to download it once it is ready */
                        url: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getExportsIdFile: {
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
            /** @description The file's bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: {
                /** @description All companies when absent */
                companyId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        today: string;
                        needs: {
                            bankChanged: {
                                count: number;
                                sums: {
                                    currency: string;
                                    amount: string;
                                }[];
                                id: string | null;
                                supplier: string | null;
                            };
                            review: {
                                count: number;
                                sums: {
                                    currency: string;
                                    amount: string;
                                }[];
                                /** @description How many of them have a question that stops approval */
                                doubtful: number;
                                oldestAt: string | null;
                            };
                            unreadable: {
                                count: number;
                            };
                            approve: {
                                count: number;
                                sums: {
                                    currency: string;
                                    amount: string;
                                }[];
                                /** @description Due within eight days, or late */
                                dueSoon: number;
                            };
                            overdue: {
                                count: number;
                                sums: {
                                    currency: string;
                                    amount: string;
                                }[];
                                oldestDays: number;
                                owesMost: string | null;
                            };
                            proposalsEnding: {
                                id: string;
                                title: string;
                                customerName: string | null;
                                views: number;
                                daysLeft: number;
                                amount: string;
                                currency: string;
                            }[];
                            /** @description Drafts made from accepted proposals, not issued yet */
                            acceptedDrafts: {
                                count: number;
                                sums: {
                                    currency: string;
                                    amount: string;
                                }[];
                            };
                            failedMail: {
                                count: number;
                                recipient: string | null;
                            };
                            /** @description Payments of which something is left */
                            unallocated: {
                                count: number;
                                sums: {
                                    currency: string;
                                    amount: string;
                                }[];
                            };
                        };
                        /** @description Issued invoices, what is open */
                        owed: {
                            currency: string;
                            total: string;
                            /** @description All five, by days after the due date */
                            buckets: {
                                /** @enum {string} */
                                key: "not_due" | "days_1_30" | "days_31_60" | "days_61_90" | "over_90";
                                amount: string;
                                count: number;
                            }[];
                        }[];
                        /** @description Received invoices that were read and not exported, rejected or found to be duplicates */
                        owing: {
                            currency: string;
                            total: string;
                            /** @description All five, by days after the due date */
                            buckets: {
                                /** @enum {string} */
                                key: "not_due" | "days_1_30" | "days_31_60" | "days_61_90" | "over_90";
                                amount: string;
                                count: number;
                            }[];
                        }[];
                        flows: {
                            currency: string;
                            /** @description Four weeks past, this one and seven ahead */
                            weeks: {
                                /** @description Its Monday */
                                start: string;
                                /** @description This week and later: expected, not past */
                                ahead: boolean;
                                in: string;
                                out: string;
                            }[];
                            /** @description The week ahead in which most more falls due than is expected */
                            tight: {
                                start: string;
                                in: string;
                                out: string;
                                largest: {
                                    name: string;
                                    amount: string;
                                    approved: boolean;
                                } | null;
                            } | null;
                        }[];
                        capture: {
                            days: number;
                            read: number;
                            /** @description All sums proved */
                            proven: number;
                            approved: number;
                            /** @description Approved without a value being corrected */
                            untouched: number;
                            /** @description Fields corrected most */
                            corrected: string[];
                            medianMs: number | null;
                        };
                        /** @description The next seven days */
                        next: {
                            date: string;
                            /** @enum {string} */
                            kind: "proposal_ends" | "invoice_due" | "received_due";
                            id: string;
                            name: string;
                            /** @description Negative: money that leaves */
                            amount: string;
                            currency: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getSampleData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "none" | "filling" | "filled";
                        done: number;
                        of: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    postSampleData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "none" | "filling" | "filled";
                        done: number;
                        of: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        requestId: string;
                        fields?: {
                            path: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
}
