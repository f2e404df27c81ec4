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
    "/api/session/workspace/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the workspace that is open; the last owner cannot */
        post: operations["postSessionWorkspaceLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/team.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may enter, for an access review: people, invitations and keys as CSV */
        get: operations["getTeamCsv"];
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
    "/api/team/invitations/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again, with a fresh link */
        post: operations["postTeamInvitationsIdSend"];
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
        /** Change a member's role or companies */
        patch: operations["patchTeamMembersId"];
        trace?: never;
    };
    "/api/team/members/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend a member: they keep their place and may not enter */
        post: operations["postTeamMembersIdSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/members/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended member in again */
        post: operations["postTeamMembersIdReactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another member owner and become admin */
        post: operations["postTeamTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/sign-in/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one can sign in and who can sign up here */
        get: operations["getSignInWays"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a passkey has to sign to enter */
        post: operations["postSignInPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["postSignInPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second-step/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a passkey has to sign as second step */
        post: operations["postSignInSecondStepPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the second factor */
        post: operations["postSignInSecondStep"];
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
    "/api/address/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a link that proves a mail address */
        post: operations["postAddressProve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/address/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the link that proves the own address sent again */
        post: operations["postAddressSendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to sign in with another address; a link goes there */
        post: operations["postAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/notices/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sign-in that a mail told of */
        get: operations["getSignInNoticesToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/notices/{token}/not-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it was somebody else: signs out everywhere and makes the password useless */
        post: operations["postSignInNoticesTokenNotMe"];
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
    "/api/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the person proves who they are, and what is asked of them */
        get: operations["getSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether dangerous acts are open now */
        get: operations["getSessionProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/prove/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a passkey has to sign to prove who acts */
        post: operations["postSessionProvePasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who acts; opens dangerous acts for ten minutes under a fresh session id */
        post: operations["postSessionProve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up an authenticator app */
        post: operations["postTotp"];
        /** Remove the authenticator app */
        delete: operations["deleteTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the set-up by the app's first code */
        post: operations["postTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes; they are shown once */
        post: operations["postRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to make a passkey */
        post: operations["postPasskeysOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a passkey */
        post: operations["postPasskeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: operations["deletePasskeysId"];
        options?: never;
        head?: never;
        /** Rename a passkey */
        patch: operations["patchPasskeysId"];
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
    "/api/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign one device out */
        post: operations["postSessionsIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspace/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the workspace asks of sign-ins */
        get: operations["getWorkspaceSecurity"];
        /** Change what the workspace asks of sign-ins */
        put: operations["putWorkspaceSecurity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/members/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a member out everywhere */
        post: operations["postTeamMembersIdSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/members/{id}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take away a member's lost second factor */
        post: operations["postTeamMembersIdResetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Connections, domains, rules and directory of the workspace */
        get: operations["getSso"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect an identity provider */
        post: operations["postSsoConnections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a connection */
        put: operations["putSsoConnectionsId"];
        post?: never;
        /** Remove a connection */
        delete: operations["deleteSsoConnectionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/connections/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a connection as far as that goes without a person */
        post: operations["postSsoConnectionsIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a SAML provider's metadata, pasted or from its address */
        post: operations["postSsoMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name a domain as the workspace's own; the answer says how to show it */
        post: operations["postSsoDomains"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/domains/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for a domain's TXT record */
        post: operations["postSsoDomainsIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give a domain up */
        delete: operations["deleteSsoDomainsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set who has to come by single sign-on, who may join by it, and as what */
        put: operations["putSsoPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a directory's (SCIM) token; it is shown once */
        post: operations["postSsoTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a directory's token */
        delete: operations["deleteSsoTokensId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/google/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Begin a sign-in with Google */
        get: operations["getSsoGoogleStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/google/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** End of a sign-in with Google */
        get: operations["getSsoGoogleCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/microsoft/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Begin a sign-in with Microsoft */
        get: operations["getSsoMicrosoftStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/microsoft/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** End of a sign-in with Microsoft */
        get: operations["getSsoMicrosoftCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Begin a sign-in at a workspace's identity provider */
        get: operations["getSsoIdStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/{id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** End of a sign-in at a workspace's OpenID provider */
        get: operations["getSsoIdCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/{id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our SAML metadata for a workspace's identity provider */
        get: operations["getSsoIdMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/{id}/acs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where a workspace's SAML identity provider sends its answer, by the person's browser */
        post: operations["postSsoIdAcs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/arrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** End of a SAML sign-in in the browser that began it */
        get: operations["getSsoArrive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for this browser's consent */
        get: operations["getSsoWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Consent to what waits: enter, or link */
        post: operations["postSsoConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Google and Microsoft as ways to sign in of the person's own */
        get: operations["getSsoLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sso/links/{vendor}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to link Google or Microsoft; the answer is the address to visit */
        post: operations["postSsoLinksVendor"];
        /** Unlink Google or Microsoft */
        delete: operations["deleteSsoLinksVendor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ServiceProviderConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this directory interface can do */
        get: operations["getScimV2ServiceProviderConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ResourceTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of resources */
        get: operations["getScimV2ResourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ResourceTypes/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One kind of resource */
        get: operations["getScimV2ResourceTypesName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attributes of the resources */
        get: operations["getScimV2Schemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attributes of one resource */
        get: operations["getScimV2SchemasName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users of the directory */
        get: operations["getScimV2Users"];
        put?: never;
        /** Take a person into the workspace */
        post: operations["postScimV2Users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user */
        get: operations["getScimV2UsersId"];
        /** Replace a user */
        put: operations["putScimV2UsersId"];
        post?: never;
        /** Take a user out of the workspace */
        delete: operations["deleteScimV2UsersId"];
        options?: never;
        head?: never;
        /** Change a user; active false suspends them at once */
        patch: operations["patchScimV2UsersId"];
        trace?: never;
    };
    "/scim/v2/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of the directory */
        get: operations["getScimV2Groups"];
        put?: never;
        /** Make a group */
        post: operations["postScimV2Groups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group */
        get: operations["getScimV2GroupsId"];
        /** Replace a group */
        put: operations["putScimV2GroupsId"];
        post?: never;
        /** Take a group away */
        delete: operations["deleteScimV2GroupsId"];
        options?: never;
        head?: never;
        /** Change a group's name or members */
        patch: operations["patchScimV2GroupsId"];
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
    "/api/events/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many events there are, by what they are about */
        get: operations["getEventsCounts"];
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
    "/api/events.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audit events as lines of JSON with their hashes, so that others can check the chain */
        get: operations["getEventsJsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Number and hash of the newest event: kept elsewhere, they prove later that nothing before was changed or cut off */
        get: operations["getEventsHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Recomputes the hash chain; with a head noted earlier, also against that */
        post: operations["postEventsVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: your own and the shared ones */
        get: operations["getEventsViews"];
        put?: never;
        /** Saves a filter under a name */
        post: operations["postEventsViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a saved view */
        delete: operations["deleteEventsViewsId"];
        options?: never;
        head?: never;
        /** Renames a saved view or changes its filter */
        patch: operations["patchEventsViewsId"];
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stood out, newest first */
        get: operations["getAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From when on owners are alerted */
        get: operations["getAlertsSettings"];
        /** Changes when owners are alerted; they are told of the change */
        put: operations["putAlertsSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks every alert as seen by you */
        post: operations["postAlertsSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks an alert as seen by you */
        post: operations["postAlertsIdSeen"];
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
    "/api/supplier-memory/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was learned from a supplier's corrected documents */
        get: operations["getSupplierMemoryId"];
        put?: never;
        post?: never;
        /** Forgets everything learned of a supplier */
        delete: operations["deleteSupplierMemoryId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supplier-memory/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as JSON, to keep or hand on */
        get: operations["getSupplierMemoryIdExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supplier-memory/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes in an exported memory */
        post: operations["postSupplierMemoryIdImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supplier-memory/{id}/layouts/{layout}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets one layout */
        delete: operations["deleteSupplierMemoryIdLayoutsLayout"];
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
    "/api/invoices/{id}/xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The e-invoice of an issued document: UBL for XRechnung and Peppol, CII as inside a Factur-X PDF */
        get: operations["getInvoicesIdXml"];
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
    "/api/e-invoices/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judges one file (XML or a PDF that carries it) by our own rules of EN 16931, Peppol and XRechnung; nothing of it is kept */
        post: operations["postEInvoicesCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/transmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How sendings of a document through the access point went */
        get: operations["getInvoicesIdTransmissions"];
        put?: never;
        /** Sends an issued XRechnung or Peppol invoice through the access point */
        post: operations["postInvoicesIdTransmissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-point": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The access point that e-invoices are sent through */
        get: operations["getAccessPoint"];
        /** Sets the access point */
        put: operations["putAccessPoint"];
        post?: never;
        /** Removes the access point */
        delete: operations["deleteAccessPoint"];
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
    "/api/public/proposals/enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchanges a link's secret for a cookie, so that no address carries it */
        post: operations["postPublicProposalsEnter"];
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
    "/api/received-invoices/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cut a PDF into several documents, which are read like uploads; the file itself is rejected and can be reopened */
        post: operations["postReceivedInvoicesIdSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/received-invoices/{id}/keep-whole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The file that looks like several documents is one */
        post: operations["postReceivedInvoicesIdKeepWhole"];
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
    "/api/exports/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your export that is made by itself */
        get: operations["getExportsSchedule"];
        /** Have an export made by itself every week or month */
        put: operations["putExportsSchedule"];
        post?: never;
        /** End the export that is made by itself */
        delete: operations["deleteExportsSchedule"];
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
    "/api/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long originals are kept, what is due when, the last run */
        get: operations["getRetention"];
        /** Keep originals longer, at once; takes a waiting change back */
        put: operations["putRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a choice would delete, and when */
        get: operations["getRetentionPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/shorter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep originals for a shorter time, after a week in which it can be taken back */
        post: operations["postRetentionShorter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a change that waits */
        delete: operations["deleteRetentionPending"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Legal holds, newest first */
        get: operations["getRetentionHolds"];
        put?: never;
        /** Put a document or a company on legal hold */
        post: operations["postRetentionHolds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/holds/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a legal hold; what is past its time goes with the next run */
        post: operations["postRetentionHoldsIdLift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, newest first */
        get: operations["getRetentionRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/deletions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What retention has deleted, newest first */
        get: operations["getRetentionDeletions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/deletions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What retention has deleted, as CSV */
        get: operations["getRetentionDeletionsCsv"];
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
    "/api/operator-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the operator was allowed to read, newest first */
        get: operations["getOperatorAccess"];
        put?: never;
        /** Lets the operator read for a time; the code is shown this once */
        post: operations["postOperatorAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operator-access/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an access before its time */
        post: operations["postOperatorAccessIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every promise with its state in this installation, and the services outside it */
        get: operations["getTrust"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trust/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same, with what this workspace has set for itself */
        get: operations["getTrustWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/security.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom to tell of a weakness (RFC 9116) */
        get: operations["getWellKnownSecurityTxt"];
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
        ReadValueInput: {
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
        ReceivedInvoiceInput: {
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
            syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx" | "fatturapa") | null;
            readMs: number | null;
            fields: {
                [key: string]: components["schemas"]["ReadValueInput"];
            };
            lines: {
                description?: components["schemas"]["ReadValueInput"];
                quantity?: components["schemas"]["ReadValueInput"];
                unit?: components["schemas"]["ReadValueInput"];
                unitPrice?: components["schemas"]["ReadValueInput"];
                netAmount?: components["schemas"]["ReadValueInput"];
                taxRate?: components["schemas"]["ReadValueInput"];
                itemId?: components["schemas"]["ReadValueInput"];
                lineNumber?: components["schemas"]["ReadValueInput"];
                discount?: components["schemas"]["ReadValueInput"];
                discountPercent?: components["schemas"]["ReadValueInput"];
                grossPrice?: components["schemas"]["ReadValueInput"];
                baseQuantity?: components["schemas"]["ReadValueInput"];
                gtin?: components["schemas"]["ReadValueInput"];
                periodStart?: components["schemas"]["ReadValueInput"];
                periodEnd?: components["schemas"]["ReadValueInput"];
                taxCategory?: components["schemas"]["ReadValueInput"];
            }[];
            taxes: {
                rate?: components["schemas"]["ReadValueInput"];
                base?: components["schemas"]["ReadValueInput"];
                amount?: components["schemas"]["ReadValueInput"];
                category?: components["schemas"]["ReadValueInput"];
                reason?: components["schemas"]["ReadValueInput"];
            }[];
            /** @description All accounts to pay to that the document names; the one to pay to is supplier.iban as well */
            accounts: {
                iban?: components["schemas"]["ReadValueInput"];
                number?: components["schemas"]["ReadValueInput"];
                bic?: components["schemas"]["ReadValueInput"];
                name?: components["schemas"]["ReadValueInput"];
                /** @description Sort code, ABA, BSB, BLZ */
                routing?: components["schemas"]["ReadValueInput"];
            }[];
            /** @description On the whole document */
            allowances: {
                /** @enum {string} */
                kind: "discount" | "freight" | "tip" | "deposit" | "other";
                /** @description Positive */
                amount?: components["schemas"]["ReadValueInput"];
                percent?: components["schemas"]["ReadValueInput"];
                reason?: components["schemas"]["ReadValueInput"];
            }[];
            /** @description On the whole document */
            charges: {
                /** @enum {string} */
                kind: "discount" | "freight" | "tip" | "deposit" | "other";
                /** @description Positive */
                amount?: components["schemas"]["ReadValueInput"];
                percent?: components["schemas"]["ReadValueInput"];
                reason?: components["schemas"]["ReadValueInput"];
            }[];
            /** @description Numbers of the parties in registers */
            identifiers: {
                /** @enum {string} */
                party: "supplier" | "customer";
                /** @description siret, gln, lei, abn … */
                scheme: string;
                value: components["schemas"]["ReadValueInput"];
            }[];
            checks: {
                name: string;
                holds: boolean;
                equation: string;
                difference?: string;
                operands: string[];
            }[];
            /** @description Empty when the document has no pages to draw (XML), or its original was deleted */
            pages: {
                number: number;
                width: number;
                height: number;
                /** @enum {string} */
                source: "text" | "ocr" | "xml" | "none";
                reason: string;
                words: number;
            }[];
            original: {
                kept: boolean;
                deletedAt: string | null;
                /** @description The retention setting that deleted it */
                rule: ("1_year" | "3_years" | "7_years") | null;
                /** @description When the retention setting deletes it; null: never, or it did */
                dueAt: string | null;
                /** @description A legal hold on the document or its company keeps it */
                heldSince: string | null;
            };
            problems: {
                code: string;
                message: string;
                page?: number;
            }[];
            /** @description Runs of pages that seem to be documents of their own, without gaps; empty when it is one document */
            parts: {
                from: number;
                to: number;
                /** @description Why a document seems to begin there */
                reason: string;
            }[];
            questions: {
                /** @description A value's path, or a finding: bank_changed, duplicate, several_documents */
                path: string;
                /** @enum {string} */
                kind: "unsure" | "missing" | "bank_changed" | "duplicate" | "several_documents";
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
        ReadValue: {
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
        ReceivedInvoice: {
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
            syntax: ("pdf" | "image" | "ubl" | "cii" | "facturx" | "fatturapa") | null;
            readMs: number | null;
            fields: {
                [key: string]: components["schemas"]["ReadValue"];
            };
            lines: {
                description?: components["schemas"]["ReadValue"];
                quantity?: components["schemas"]["ReadValue"];
                unit?: components["schemas"]["ReadValue"];
                unitPrice?: components["schemas"]["ReadValue"];
                netAmount?: components["schemas"]["ReadValue"];
                taxRate?: components["schemas"]["ReadValue"];
                itemId?: components["schemas"]["ReadValue"];
                lineNumber?: components["schemas"]["ReadValue"];
                discount?: components["schemas"]["ReadValue"];
                discountPercent?: components["schemas"]["ReadValue"];
                grossPrice?: components["schemas"]["ReadValue"];
                baseQuantity?: components["schemas"]["ReadValue"];
                gtin?: components["schemas"]["ReadValue"];
                periodStart?: components["schemas"]["ReadValue"];
                periodEnd?: components["schemas"]["ReadValue"];
                taxCategory?: components["schemas"]["ReadValue"];
            }[];
            taxes: {
                rate?: components["schemas"]["ReadValue"];
                base?: components["schemas"]["ReadValue"];
                amount?: components["schemas"]["ReadValue"];
                category?: components["schemas"]["ReadValue"];
                reason?: components["schemas"]["ReadValue"];
            }[];
            /** @description All accounts to pay to that the document names; the one to pay to is supplier.iban as well */
            accounts: {
                iban?: components["schemas"]["ReadValue"];
                number?: components["schemas"]["ReadValue"];
                bic?: components["schemas"]["ReadValue"];
                name?: components["schemas"]["ReadValue"];
                /** @description Sort code, ABA, BSB, BLZ */
                routing?: components["schemas"]["ReadValue"];
            }[];
            /** @description On the whole document */
            allowances: {
                /** @enum {string} */
                kind: "discount" | "freight" | "tip" | "deposit" | "other";
                /** @description Positive */
                amount?: components["schemas"]["ReadValue"];
                percent?: components["schemas"]["ReadValue"];
                reason?: components["schemas"]["ReadValue"];
            }[];
            /** @description On the whole document */
            charges: {
                /** @enum {string} */
                kind: "discount" | "freight" | "tip" | "deposit" | "other";
                /** @description Positive */
                amount?: components["schemas"]["ReadValue"];
                percent?: components["schemas"]["ReadValue"];
                reason?: components["schemas"]["ReadValue"];
            }[];
            /** @description Numbers of the parties in registers */
            identifiers: {
                /** @enum {string} */
                party: "supplier" | "customer";
                /** @description siret, gln, lei, abn … */
                scheme: string;
                value: components["schemas"]["ReadValue"];
            }[];
            checks: {
                name: string;
                holds: boolean;
                equation: string;
                difference?: string;
                operands: string[];
            }[];
            /** @description Empty when the document has no pages to draw (XML), or its original was deleted */
            pages: {
                number: number;
                width: number;
                height: number;
                /** @enum {string} */
                source: "text" | "ocr" | "xml" | "none";
                reason: string;
                words: number;
            }[];
            original: {
                kept: boolean;
                deletedAt: string | null;
                /** @description The retention setting that deleted it */
                rule: ("1_year" | "3_years" | "7_years") | null;
                /** @description When the retention setting deletes it; null: never, or it did */
                dueAt: string | null;
                /** @description A legal hold on the document or its company keeps it */
                heldSince: string | null;
            };
            problems: {
                code: string;
                message: string;
                page?: number;
            }[];
            /** @description Runs of pages that seem to be documents of their own, without gaps; empty when it is one document */
            parts: {
                from: number;
                to: number;
                /** @description Why a document seems to begin there */
                reason: string;
            }[];
            questions: {
                /** @description A value's path, or a finding: bank_changed, duplicate, several_documents */
                path: string;
                /** @enum {string} */
                kind: "unsure" | "missing" | "bank_changed" | "duplicate" | "several_documents";
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
                        permissions: ("companies.read" | "received.read" | "suppliers.read" | "customers.read" | "items.read" | "proposals.read" | "invoices.read" | "payments.read" | "deliveries.read" | "received.write" | "suppliers.write" | "customers.write" | "items.write" | "proposals.write" | "invoices.write" | "invoices.issue" | "payments.write" | "exports.create" | "events.read" | "companies.write" | "team.read" | "team.manage" | "keys.manage" | "settings.manage" | "sso.manage" | "workspace.own")[];
                        workspaces: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "business" | "firm";
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "readonly";
                        }[];
                        /** @description What the person has to do about their sign-in */
                        attention: {
                            /** @description The workspace asks for its own single sign-on, which this session did not come by; nothing of it opens before */
                            singleSignOn: boolean;
                            /** @description The workspace asks for a second factor that this session has not shown; nothing else opens before */
                            secondFactor: boolean;
                            /** @description The mail address was never proven, although this installation could */
                            address: boolean;
                        };
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
    postSessionWorkspaceLeave: {
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
                            /** @description The companies they are limited to; null for all */
                            companies: {
                                id: string;
                                name: string;
                            }[] | null;
                            /** Format: date-time */
                            since: string;
                            isYou: boolean;
                            /** @description By what they can prove themselves besides their password */
                            secondFactors: ("passkey" | "totp")[];
                            lastSeenAt: string | null;
                            suspendedAt: string | null;
                            /** @description API keys in use that they made */
                            keys: number;
                        }[];
                        invitations: {
                            id: string;
                            email: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "readonly";
                            /** @description The companies they are limited to; null for all */
                            companies: {
                                id: string;
                                name: string;
                            }[] | null;
                            invitedBy: string | null;
                            /** Format: date-time */
                            sentAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        matrix: {
                            permission: string;
                            group: string;
                            words: string;
                            roles: ("owner" | "admin" | "member" | "readonly")[];
                        }[];
                        /** @description Rules of single fields, beyond the matrix */
                        rules: {
                            of: string;
                            fields: string;
                            when: string;
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
    getTeamCsv: {
        parameters: {
            query?: never;
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
                    /**
                     * @description Limits a member or read-only person to these companies; null for all
                     * @default null
                     */
                    companyIds?: string[] | null;
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
                        /** @description Shown once; only its SHA-256 is kept. Null where mail can be sent: then it goes by mail alone, so that whoever uses it has proven the address */
                        link: string | null;
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
    postTeamInvitationsIdSend: {
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
                        /** @description Shown once; only its SHA-256 is kept. Null where mail can be sent: then it goes by mail alone, so that whoever uses it has proven the address */
                        link: string | null;
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
                    role?: "owner" | "admin" | "member" | "readonly";
                    companyIds?: string[] | null;
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
    postTeamMembersIdSuspend: {
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
    postTeamMembersIdReactivate: {
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
    postTeamTransfer: {
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
                    personId: string;
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
                            /** @description Of what the role may, only this; null for all */
                            scopes: string[] | null;
                            /** @description The companies they are limited to; null for all */
                            companies: {
                                id: string;
                                name: string;
                            }[] | null;
                            prefix: string;
                            lastFour: string;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string | null;
                            expiresAt: string | null;
                            lastUsedAt: string | null;
                            /** @description Network address */
                            lastUsedFrom: string | null;
                            revokedAt: string | null;
                            endedBecause: ("revoked" | "creator_left" | "creator_suspended" | "creator_demoted" | "not_me") | null;
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
                    /**
                     * @description Names of the permission table; the key may do these and nothing else of its role
                     * @default null
                     */
                    scopes?: ("companies.read" | "received.read" | "suppliers.read" | "customers.read" | "items.read" | "proposals.read" | "invoices.read" | "payments.read" | "deliveries.read" | "received.write" | "suppliers.write" | "customers.write" | "items.write" | "proposals.write" | "invoices.write" | "invoices.issue" | "payments.write" | "exports.create" | "events.read" | "companies.write" | "team.read" | "team.manage" | "keys.manage" | "settings.manage" | "sso.manage" | "workspace.own")[] | null;
                    /**
                     * @description Limits a member or read-only key to these companies; null for all
                     * @default null
                     */
                    companyIds?: string[] | null;
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
                        /** @description Of what the role may, only this; null for all */
                        scopes: string[] | null;
                        /** @description The companies they are limited to; null for all */
                        companies: {
                            id: string;
                            name: string;
                        }[] | null;
                        prefix: string;
                        lastFour: string;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string | null;
                        expiresAt: string | null;
                        lastUsedAt: string | null;
                        /** @description Network address */
                        lastUsedFrom: string | null;
                        revokedAt: string | null;
                        endedBecause: ("revoked" | "creator_left" | "creator_suspended" | "creator_demoted" | "not_me") | null;
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
                        /** @description Of what the role may, only this; null for all */
                        scopes: string[] | null;
                        /** @description The companies they are limited to; null for all */
                        companies: {
                            id: string;
                            name: string;
                        }[] | null;
                        prefix: string;
                        lastFour: string;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string | null;
                        expiresAt: string | null;
                        lastUsedAt: string | null;
                        /** @description Network address */
                        lastUsedFrom: string | null;
                        revokedAt: string | null;
                        endedBecause: ("revoked" | "creator_left" | "creator_suspended" | "creator_demoted" | "not_me") | null;
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
    getSignInWays: {
        parameters: {
            query?: {
                email?: string;
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
                        /**
                         * @description Who may make a sign-in: anybody, the first owner with the printed code, or nobody without an invitation
                         * @enum {string}
                         */
                        signUp: "open" | "setup" | "invited";
                        passkeys: boolean;
                        provesAddresses: boolean;
                        ways: {
                            /** @enum {string} */
                            kind: "google" | "microsoft" | "sso";
                            name: string;
                            href: string;
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
                    /** @description Only for the first owner of an installation that others can reach: the code that the server printed */
                    setupToken?: string;
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
                        /** @enum {string} */
                        state: "signed_in" | "second_factor" | "check_mail";
                        /** @description Names the open second step */
                        request?: string;
                        ways?: ("totp" | "passkey" | "recovery")[];
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
                        /** @enum {string} */
                        state: "signed_in" | "second_factor" | "check_mail";
                        /** @description Names the open second step */
                        request?: string;
                        ways?: ("totp" | "passkey" | "recovery")[];
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
    postSignInPasskeyOptions: {
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
                        options: {
                            [key: string]: unknown;
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
    postSignInPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        authenticatorAttachment?: string;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
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
                        /** @enum {boolean} */
                        done: true;
                        /** @enum {string} */
                        state: "signed_in" | "second_factor" | "check_mail";
                        /** @description Names the open second step */
                        request?: string;
                        ways?: ("totp" | "passkey" | "recovery")[];
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
    postSignInSecondStepPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    request: string;
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
                        options: {
                            [key: string]: unknown;
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
    postSignInSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    request: string;
                    code?: string;
                    recoveryCode?: string;
                    passkey?: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        authenticatorAttachment?: string;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
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
    postAddressProve: {
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
                        /** @enum {string} */
                        state: "signed_in" | "second_factor" | "check_mail";
                        /** @description Names the open second step */
                        request?: string;
                        ways?: ("totp" | "passkey" | "recovery")[];
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
    postAddressSendAgain: {
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
    postAddress: {
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
    getSignInNoticesToken: {
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
                        device: string;
                        ip: string | null;
                        /** Format: date-time */
                        at: string;
                        restoresAddress: boolean;
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
    postSignInNoticesTokenNotMe: {
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
                        /** @enum {string} */
                        state: "signed_in" | "second_factor" | "check_mail";
                        /** @description Names the open second step */
                        request?: string;
                        ways?: ("totp" | "passkey" | "recovery")[];
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
    getSecurity: {
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
                        email: string;
                        emailVerified: boolean;
                        /** @description Whether this installation sends mail */
                        canVerify: boolean;
                        hasPassword: boolean;
                        totpSince: string | null;
                        recoveryCodesLeft: number;
                        passkeys: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            lastUsedAt: string | null;
                            synced: boolean;
                        }[];
                        passkeysPossible: boolean;
                        /** @description The workspaces that ask this person for a second factor */
                        secondFactorAsked: string[];
                        /** @description How this session was begun */
                        via: string;
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
    getSessionProof: {
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
                        fresh: boolean;
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
    postSessionProvePasskeyOptions: {
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
                        options: {
                            [key: string]: unknown;
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
    postSessionProve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
                    code?: string;
                    passkey?: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        authenticatorAttachment?: string;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
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
    postTotp: {
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
                        secret: string;
                        uri: string;
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
    deleteTotp: {
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
    postTotpConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
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
                        recoveryCodes: string[] | null;
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
    postRecoveryCodes: {
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
                        /** @description Shown once; only their SHA-256 is kept */
                        recoveryCodes: string[];
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
    postPasskeysOptions: {
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
                        options: {
                            [key: string]: unknown;
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
    postPasskeys: {
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
                    response: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        authenticatorAttachment?: string;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            authenticatorData?: string;
                            transports?: string[];
                            publicKeyAlgorithm?: number;
                            publicKey?: string;
                        };
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
                        recoveryCodes: string[] | null;
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
    deletePasskeysId: {
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
    patchPasskeysId: {
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
                            device: string;
                            via: string;
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
    postSessionsIdEnd: {
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
    getWorkspaceSecurity: {
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
                        /** @description Of everybody; owners and admins are asked in any case, unless only this machine can reach the installation */
                        requireSecondFactor: boolean;
                        /** @description null: 24 hours */
                        sessionIdleMinutes: number | null;
                        /** @description null: 7 days */
                        sessionHours: number | null;
                        /** @description Whether owners and admins are asked for a second factor whatever is set here */
                        asksAdmins: boolean;
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
    putWorkspaceSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of everybody; owners and admins are asked in any case, unless only this machine can reach the installation */
                    requireSecondFactor: boolean;
                    /** @description null: 24 hours */
                    sessionIdleMinutes: number | null;
                    /** @description null: 7 days */
                    sessionHours: number | null;
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
                        /** @description Of everybody; owners and admins are asked in any case, unless only this machine can reach the installation */
                        requireSecondFactor: boolean;
                        /** @description null: 24 hours */
                        sessionIdleMinutes: number | null;
                        /** @description null: 7 days */
                        sessionHours: number | null;
                        /** @description Whether owners and admins are asked for a second factor whatever is set here */
                        asksAdmins: boolean;
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
    postTeamMembersIdSignOut: {
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
                        ended: number;
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
    postTeamMembersIdResetSecondFactor: {
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
    getSso: {
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
                        connections: {
                            id: string;
                            /** @enum {string} */
                            kind: "oidc" | "saml";
                            name: string;
                            enabled: boolean;
                            issuer: string;
                            entryPoint: string | null;
                            certificates: {
                                subject: string;
                                fingerprint: string;
                                /** Format: date-time */
                                expiresAt: string;
                                pem: string;
                            }[];
                            clientId: string | null;
                            hasSecret: boolean;
                            emailClaim: string | null;
                            groupsClaim: string | null;
                            /** @enum {string} */
                            secondFactor: "stated" | "trusted" | "required";
                            secondFactorValues: string[];
                            maxAgeMinutes: number | null;
                            idpInitiated: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            lastUsedAt: string | null;
                            ours: {
                                /** @description Redirect URI (OIDC) or ACS URL (SAML) */
                                callbackUrl: string;
                                /** @description SAML: our entity ID, where our metadata are */
                                entityId: string | null;
                                startUrl: string;
                            };
                        }[];
                        domains: {
                            id: string;
                            domain: string;
                            record: {
                                name: string;
                                value: string;
                            };
                            verifiedAt: string | null;
                            checkedAt: string | null;
                            problem: string | null;
                        }[];
                        policy: {
                            /** @description People with an address in a verified domain enter by a connection alone */
                            required: boolean;
                            /** @description Owners who may still enter with their own sign-in and a second factor */
                            exempt: string[];
                            /** @description A first sign-in by a connection makes a member */
                            join: boolean;
                            /** @enum {string} */
                            defaultRole: "admin" | "member" | "readonly";
                            rules: {
                                group: string;
                                /** @enum {string} */
                                role: "admin" | "member" | "readonly";
                            }[];
                        };
                        owners: {
                            personId: string;
                            name: string;
                            email: string;
                            isYou: boolean;
                        }[];
                        /** @description Members whose address is in a verified domain */
                        affected: number;
                        directory: {
                            baseUrl: string;
                            tokens: {
                                id: string;
                                name: string;
                                lastFour: string;
                                /** @enum {string} */
                                highestRole: "admin" | "member" | "readonly";
                                /** Format: date-time */
                                createdAt: string;
                                expiresAt: string | null;
                                lastUsedAt: string | null;
                            }[];
                            people: number;
                            groups: string[];
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
    postSsoConnections: {
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
                    kind: "oidc";
                    /**
                     * Format: uuid
                     * @description For a new connection, chosen by the caller: so our addresses are known, and can be entered at the provider, before it is saved
                     */
                    id?: string;
                    /** @description What the sign-in page calls it */
                    name: string;
                    /** @default false */
                    enabled?: boolean;
                    /**
                     * @description Name of a claim or attribute; null: the usual ones
                     * @default null
                     */
                    emailClaim?: string | null;
                    /**
                     * @description Name of a claim or attribute; null: the usual ones
                     * @default null
                     */
                    groupsClaim?: string | null;
                    /**
                     * @description stated: a second factor counts when the provider says so; trusted: always counts; required: nobody enters without the provider saying so
                     * @default stated
                     * @enum {string}
                     */
                    secondFactor?: "stated" | "trusted" | "required";
                    /**
                     * @description Further acr, amr or AuthnContext values that mean two factors
                     * @default []
                     */
                    secondFactorValues?: string[];
                    /**
                     * @description The proof at the provider may be no older; null: any age
                     * @default null
                     */
                    maxAgeMinutes?: number | null;
                    issuer: string;
                    clientId: string;
                    /** @description Kept sealed, never shown; leave out to keep the one that is there */
                    clientSecret?: string;
                } | {
                    /** @enum {string} */
                    kind: "saml";
                    /**
                     * Format: uuid
                     * @description For a new connection, chosen by the caller: so our addresses are known, and can be entered at the provider, before it is saved
                     */
                    id?: string;
                    /** @description What the sign-in page calls it */
                    name: string;
                    /** @default false */
                    enabled?: boolean;
                    /**
                     * @description Name of a claim or attribute; null: the usual ones
                     * @default null
                     */
                    emailClaim?: string | null;
                    /**
                     * @description Name of a claim or attribute; null: the usual ones
                     * @default null
                     */
                    groupsClaim?: string | null;
                    /**
                     * @description stated: a second factor counts when the provider says so; trusted: always counts; required: nobody enters without the provider saying so
                     * @default stated
                     * @enum {string}
                     */
                    secondFactor?: "stated" | "trusted" | "required";
                    /**
                     * @description Further acr, amr or AuthnContext values that mean two factors
                     * @default []
                     */
                    secondFactorValues?: string[];
                    /**
                     * @description The proof at the provider may be no older; null: any age
                     * @default null
                     */
                    maxAgeMinutes?: number | null;
                    /** @description Entity ID of the identity provider */
                    issuer: string;
                    /** @description Where a sign-in begins (HTTP-Redirect binding) */
                    entryPoint: string;
                    /** @description Signing certificates, PEM; two while the provider changes keys */
                    certificates: string[];
                    /** @default false */
                    idpInitiated?: boolean;
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
                        kind: "oidc" | "saml";
                        name: string;
                        enabled: boolean;
                        issuer: string;
                        entryPoint: string | null;
                        certificates: {
                            subject: string;
                            fingerprint: string;
                            /** Format: date-time */
                            expiresAt: string;
                            pem: string;
                        }[];
                        clientId: string | null;
                        hasSecret: boolean;
                        emailClaim: string | null;
                        groupsClaim: string | null;
                        /** @enum {string} */
                        secondFactor: "stated" | "trusted" | "required";
                        secondFactorValues: string[];
                        maxAgeMinutes: number | null;
                        idpInitiated: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        lastUsedAt: string | null;
                        ours: {
                            /** @description Redirect URI (OIDC) or ACS URL (SAML) */
                            callbackUrl: string;
                            /** @description SAML: our entity ID, where our metadata are */
                            entityId: string | null;
                            startUrl: string;
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
    putSsoConnectionsId: {
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
                    kind: "oidc";
                    /**
                     * Format: uuid
                     * @description For a new connection, chosen by the caller: so our addresses are known, and can be entered at the provider, before it is saved
                     */
                    id?: string;
                    /** @description What the sign-in page calls it */
                    name: string;
                    /** @default false */
                    enabled?: boolean;
                    /**
                     * @description Name of a claim or attribute; null: the usual ones
                     * @default null
                     */
                    emailClaim?: string | null;
                    /**
                     * @description Name of a claim or attribute; null: the usual ones
                     * @default null
                     */
                    groupsClaim?: string | null;
                    /**
                     * @description stated: a second factor counts when the provider says so; trusted: always counts; required: nobody enters without the provider saying so
                     * @default stated
                     * @enum {string}
                     */
                    secondFactor?: "stated" | "trusted" | "required";
                    /**
                     * @description Further acr, amr or AuthnContext values that mean two factors
                     * @default []
                     */
                    secondFactorValues?: string[];
                    /**
                     * @description The proof at the provider may be no older; null: any age
                     * @default null
                     */
                    maxAgeMinutes?: number | null;
                    issuer: string;
                    clientId: string;
                    /** @description Kept sealed, never shown; leave out to keep the one that is there */
                    clientSecret?: string;
                } | {
                    /** @enum {string} */
                    kind: "saml";
                    /**
                     * Format: uuid
                     * @description For a new connection, chosen by the caller: so our addresses are known, and can be entered at the provider, before it is saved
                     */
                    id?: string;
                    /** @description What the sign-in page calls it */
                    name: string;
                    /** @default false */
                    enabled?: boolean;
                    /**
                     * @description Name of a claim or attribute; null: the usual ones
                     * @default null
                     */
                    emailClaim?: string | null;
                    /**
                     * @description Name of a claim or attribute; null: the usual ones
                     * @default null
                     */
                    groupsClaim?: string | null;
                    /**
                     * @description stated: a second factor counts when the provider says so; trusted: always counts; required: nobody enters without the provider saying so
                     * @default stated
                     * @enum {string}
                     */
                    secondFactor?: "stated" | "trusted" | "required";
                    /**
                     * @description Further acr, amr or AuthnContext values that mean two factors
                     * @default []
                     */
                    secondFactorValues?: string[];
                    /**
                     * @description The proof at the provider may be no older; null: any age
                     * @default null
                     */
                    maxAgeMinutes?: number | null;
                    /** @description Entity ID of the identity provider */
                    issuer: string;
                    /** @description Where a sign-in begins (HTTP-Redirect binding) */
                    entryPoint: string;
                    /** @description Signing certificates, PEM; two while the provider changes keys */
                    certificates: string[];
                    /** @default false */
                    idpInitiated?: boolean;
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
                        kind: "oidc" | "saml";
                        name: string;
                        enabled: boolean;
                        issuer: string;
                        entryPoint: string | null;
                        certificates: {
                            subject: string;
                            fingerprint: string;
                            /** Format: date-time */
                            expiresAt: string;
                            pem: string;
                        }[];
                        clientId: string | null;
                        hasSecret: boolean;
                        emailClaim: string | null;
                        groupsClaim: string | null;
                        /** @enum {string} */
                        secondFactor: "stated" | "trusted" | "required";
                        secondFactorValues: string[];
                        maxAgeMinutes: number | null;
                        idpInitiated: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        lastUsedAt: string | null;
                        ours: {
                            /** @description Redirect URI (OIDC) or ACS URL (SAML) */
                            callbackUrl: string;
                            /** @description SAML: our entity ID, where our metadata are */
                            entityId: string | null;
                            startUrl: string;
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
    deleteSsoConnectionsId: {
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
    postSsoConnectionsIdCheck: {
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
                "application/json": Record<string, never>;
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
                        good: boolean;
                        steps: {
                            name: string;
                            /** @enum {string} */
                            state: "good" | "warning" | "failed";
                            detail: string;
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
    postSsoMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    xml: string;
                } | {
                    url: string;
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
                        issuer: string;
                        entryPoint: string;
                        certificates: {
                            subject: string;
                            fingerprint: string;
                            /** Format: date-time */
                            expiresAt: string;
                            pem: string;
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
    postSsoDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domain: string;
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
                        domain: string;
                        record: {
                            name: string;
                            value: string;
                        };
                        verifiedAt: string | null;
                        checkedAt: string | null;
                        problem: string | null;
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
    postSsoDomainsIdCheck: {
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
                "application/json": Record<string, never>;
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
                        domain: string;
                        record: {
                            name: string;
                            value: string;
                        };
                        verifiedAt: string | null;
                        checkedAt: string | null;
                        problem: string | null;
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
    deleteSsoDomainsId: {
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
    putSsoPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description People with an address in a verified domain enter by a connection alone */
                    required: boolean;
                    /** @description Owners who may still enter with their own sign-in and a second factor */
                    exempt: string[];
                    /** @description A first sign-in by a connection makes a member */
                    join: boolean;
                    /** @enum {string} */
                    defaultRole: "admin" | "member" | "readonly";
                    rules: {
                        group: string;
                        /** @enum {string} */
                        role: "admin" | "member" | "readonly";
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
    postSsoTokens: {
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
                     * @default member
                     * @enum {string}
                     */
                    highestRole?: "admin" | "member" | "readonly";
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
                        lastFour: string;
                        /** @enum {string} */
                        highestRole: "admin" | "member" | "readonly";
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        lastUsedAt: string | null;
                        /** @description Shown once; only its SHA-256 is kept */
                        token: string;
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
    deleteSsoTokensId: {
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
    getSsoGoogleStart: {
        parameters: {
            query?: {
                next?: string;
                email?: string;
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
    getSsoGoogleCallback: {
        parameters: {
            query?: never;
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
    getSsoMicrosoftStart: {
        parameters: {
            query?: {
                next?: string;
                email?: string;
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
    getSsoMicrosoftCallback: {
        parameters: {
            query?: never;
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
    getSsoIdStart: {
        parameters: {
            query?: {
                next?: string;
                email?: string;
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
    getSsoIdCallback: {
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
    getSsoIdMetadata: {
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
    postSsoIdAcs: {
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
                    SAMLResponse: string;
                    RelayState?: string;
                };
            };
        };
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
    getSsoArrive: {
        parameters: {
            query?: never;
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
    getSsoWaiting: {
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
                        kind: "nothing" | "arrival" | "link";
                        email: string | null;
                        /** @description The workspace to be entered, or the provider to be linked */
                        name: string | null;
                        /** @description Whether confirming would work now */
                        ready: boolean;
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
    postSsoConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
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
                        to: string;
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
    getSsoLinks: {
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
                            /** @enum {string} */
                            vendor: "google" | "microsoft";
                            name: string;
                            offered: boolean;
                            linkedAt: string | null;
                            email: string | null;
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
    postSsoLinksVendor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vendor: "google" | "microsoft";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    next?: string;
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
                        href: string;
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
    deleteSsoLinksVendor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vendor: "google" | "microsoft";
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
    getScimV2ServiceProviderConfig: {
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    getScimV2ResourceTypes: {
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    getScimV2ResourceTypesName: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    getScimV2Schemas: {
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    getScimV2SchemasName: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    getScimV2Users: {
        parameters: {
            query?: {
                filter?: string;
                startIndex?: string;
                count?: string;
                excludedAttributes?: string;
                attributes?: string;
                sortBy?: string;
                sortOrder?: string;
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    postScimV2Users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    getScimV2UsersId: {
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    putScimV2UsersId: {
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
                    [key: string]: unknown;
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    deleteScimV2UsersId: {
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
    patchScimV2UsersId: {
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
                    [key: string]: unknown;
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    getScimV2Groups: {
        parameters: {
            query?: {
                filter?: string;
                startIndex?: string;
                count?: string;
                excludedAttributes?: string;
                attributes?: string;
                sortBy?: string;
                sortOrder?: string;
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    postScimV2Groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    getScimV2GroupsId: {
        parameters: {
            query?: {
                filter?: string;
                startIndex?: string;
                count?: string;
                excludedAttributes?: string;
                attributes?: string;
                sortBy?: string;
                sortOrder?: string;
            };
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    putScimV2GroupsId: {
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
                    [key: string]: unknown;
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
    deleteScimV2GroupsId: {
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
    patchScimV2GroupsId: {
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
                    [key: string]: unknown;
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
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
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
                actorKind?: "person" | "key" | "job" | "buyer" | "operator" | "system";
                subjectId?: string;
                /** @description Events of this company; those of the whole workspace are left out */
                companyId?: string;
                /** @description One event by its number */
                seq?: number;
                /** @description true: only what was refused or failed */
                refused?: "true" | "false";
                /** @description true: only what raised an alert */
                alert?: "true" | "false";
                /** @description Words, or how they begin, in the sentence, the actor's name, the address or the request id */
                search?: string;
                from?: string;
                until?: string;
                /** @description In which the two dates begin and end; UTC otherwise */
                timeZone?: string;
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
                            /** @description For a change of settings: changed, before and after; bank accounts by their last four characters */
                            details: {
                                [key: string]: unknown;
                            };
                            ip: string | null;
                            /** @description "Firefox on Linux"; the user agent in words */
                            device: string | null;
                            userAgent: string | null;
                            requestId: string | null;
                            /** @description Kinds of the alerts that it raised */
                            alerts: string[];
                            /** @description SHA-256 over the event and the hash before it, as hex */
                            hash: string;
                            previousHash: string;
                        }[];
                        /** @description With filters that rarely fit a page may be short or empty and go on: only null is the end */
                        nextCursor: string | null;
                        /** @description For a page that ended before it was full: how far back it looked */
                        searchedTo: string | null;
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
    getEventsCounts: {
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
                        total: number;
                        nouns: {
                            noun: string;
                            events: number;
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
    getEventsCsv: {
        parameters: {
            query?: {
                /** @description Exact action, or a noun before the dot: invoice */
                action?: string;
                actorId?: string;
                actorKind?: "person" | "key" | "job" | "buyer" | "operator" | "system";
                subjectId?: string;
                /** @description Events of this company; those of the whole workspace are left out */
                companyId?: string;
                /** @description One event by its number */
                seq?: number;
                /** @description true: only what was refused or failed */
                refused?: "true" | "false";
                /** @description true: only what raised an alert */
                alert?: "true" | "false";
                /** @description Words, or how they begin, in the sentence, the actor's name, the address or the request id */
                search?: string;
                from?: string;
                until?: string;
                /** @description In which the two dates begin and end; UTC otherwise */
                timeZone?: string;
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
    getEventsJsonl: {
        parameters: {
            query?: {
                /** @description Exact action, or a noun before the dot: invoice */
                action?: string;
                actorId?: string;
                actorKind?: "person" | "key" | "job" | "buyer" | "operator" | "system";
                subjectId?: string;
                /** @description Events of this company; those of the whole workspace are left out */
                companyId?: string;
                /** @description One event by its number */
                seq?: number;
                /** @description true: only what was refused or failed */
                refused?: "true" | "false";
                /** @description true: only what raised an alert */
                alert?: "true" | "false";
                /** @description Words, or how they begin, in the sentence, the actor's name, the address or the request id */
                search?: string;
                from?: string;
                until?: string;
                /** @description In which the two dates begin and end; UTC otherwise */
                timeZone?: string;
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
    getEventsHead: {
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
                        seq: number;
                        /** @description As hex */
                        hash: string;
                    } | null;
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
    postEventsVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    head?: {
                        seq: number;
                        /** @description As hex */
                        hash: string;
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
                        intact: boolean;
                        /** @description How many fit, from the first */
                        events: number;
                        /** @description Sequence number of the first event that does not fit, or is missing */
                        firstBroken: number | null;
                        /** @description What does not fit, in a sentence */
                        problem: string | null;
                        /** @description Keep it elsewhere: it seals everything before it */
                        head: {
                            seq: number;
                            /** @description As hex */
                            hash: string;
                        } | null;
                        milliseconds: number;
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
    getEventsViews: {
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
                            shared: boolean;
                            filter: {
                                [key: string]: string;
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
    postEventsViews: {
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
                    /** @default false */
                    shared?: boolean;
                    filter: {
                        [key: string]: string;
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
                        name: string;
                        shared: boolean;
                        filter: {
                            [key: string]: string;
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
    deleteEventsViewsId: {
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
    patchEventsViewsId: {
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
                    name?: string;
                    filter?: {
                        [key: string]: string;
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
                        name: string;
                        shared: boolean;
                        filter: {
                            [key: string]: string;
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
    getAlerts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                unseen?: "true" | "false";
                kind?: string;
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
                            kind: string;
                            /** Format: date-time */
                            at: string;
                            summary: string;
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
                            /** @description Number of the event that raised it */
                            event: number | null;
                            /** @description By you */
                            seen: boolean;
                            seenBy: {
                                name: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        }[];
                        nextCursor: string | null;
                        unseen: number;
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
    getAlertsSettings: {
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
                        /** @description Exports of whole tables and files of exports */
                        exportsPerHour: number;
                        /** @description Originals and PDFs opened */
                        downloadsPerHour: number;
                        /** @description Documents looked at */
                        viewsPerHour: number;
                        /** @description Requests turned away */
                        refusalsPerHour: number;
                        byMail: boolean;
                        version: number;
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
    putAlertsSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Exports of whole tables and files of exports */
                    exportsPerHour: number;
                    /** @description Originals and PDFs opened */
                    downloadsPerHour: number;
                    /** @description Documents looked at */
                    viewsPerHour: number;
                    /** @description Requests turned away */
                    refusalsPerHour: number;
                    byMail: boolean;
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
                        /** @description Exports of whole tables and files of exports */
                        exportsPerHour: number;
                        /** @description Originals and PDFs opened */
                        downloadsPerHour: number;
                        /** @description Documents looked at */
                        viewsPerHour: number;
                        /** @description Requests turned away */
                        refusalsPerHour: number;
                        byMail: boolean;
                        version: number;
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
    postAlertsSeen: {
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
    postAlertsIdSeen: {
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
                        kind: string;
                        /** Format: date-time */
                        at: string;
                        summary: string;
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
                        /** @description Number of the event that raised it */
                        event: number | null;
                        /** @description By you */
                        seen: boolean;
                        seenBy: {
                            name: string;
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
                            contactName: string | null;
                            electronicAddress: string | null;
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
                     * @description Whom buyers ask about an invoice (BT-41)
                     * @default null
                     */
                    contactName?: string | null;
                    /**
                     * @description Under which networks know the company (BT-34)
                     * @default null
                     */
                    electronicAddress?: string | null;
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
                        contactName: string | null;
                        electronicAddress: string | null;
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
                        contactName: string | null;
                        electronicAddress: string | null;
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
                     * @description Whom buyers ask about an invoice (BT-41)
                     * @default null
                     */
                    contactName?: string | null;
                    /**
                     * @description Under which networks know the company (BT-34)
                     * @default null
                     */
                    electronicAddress?: string | null;
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
                        contactName: string | null;
                        electronicAddress: string | null;
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
                        contactName: string | null;
                        electronicAddress: string | null;
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
                        contactName: string | null;
                        electronicAddress: string | null;
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
                        contactName: string | null;
                        electronicAddress: string | null;
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
                        contactName: string | null;
                        electronicAddress: string | null;
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
                            electronicAddress: string | null;
                            /** @enum {string} */
                            einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                     * @description Where e-invoices to them go (BT-49)
                     * @default null
                     */
                    electronicAddress?: string | null;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    einvoiceFormat?: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                     * @description Where e-invoices to them go (BT-49)
                     * @default null
                     */
                    electronicAddress?: string | null;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    einvoiceFormat?: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                            electronicAddress: string | null;
                            /** @enum {string} */
                            einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                     * @description Where e-invoices to them go (BT-49)
                     * @default null
                     */
                    electronicAddress?: string | null;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    einvoiceFormat?: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                     * @description Where e-invoices to them go (BT-49)
                     * @default null
                     */
                    electronicAddress?: string | null;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    einvoiceFormat?: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
                        electronicAddress: string | null;
                        /** @enum {string} */
                        einvoiceFormat: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
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
    getSupplierMemoryId: {
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
                        layouts: {
                            /** Format: uuid */
                            id: string;
                            /** @description Corrected or confirmed documents it was learned from */
                            documents: number;
                            /** @description Fields whose place is known; "lines" for the table of items */
                            fields: string[];
                            /** @description How often a remembered place was right */
                            confirmed: number;
                            /** @description How often one misled */
                            failed: number;
                            /** @enum {string} */
                            source: "lesson" | "import";
                            learnedAt: string;
                            learnedBy: string;
                        }[];
                        /** @description The newest ten */
                        lessons: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            receivedInvoiceId: string;
                            /**
                             * @description not_taken: it would have made confirmed values wrong; nothing: there was nothing to learn
                             * @enum {string}
                             */
                            state: "waiting" | "taken" | "not_taken" | "nothing";
                            /** @description Values of confirmed documents that become right */
                            fixes: number | null;
                            breaks: number | null;
                            /** @description Confirmed documents it was tried on */
                            documents: number | null;
                            askedAt: string;
                            askedBy: string;
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
    deleteSupplierMemoryId: {
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
                        layouts: {
                            /** Format: uuid */
                            id: string;
                            /** @description Corrected or confirmed documents it was learned from */
                            documents: number;
                            /** @description Fields whose place is known; "lines" for the table of items */
                            fields: string[];
                            /** @description How often a remembered place was right */
                            confirmed: number;
                            /** @description How often one misled */
                            failed: number;
                            /** @enum {string} */
                            source: "lesson" | "import";
                            learnedAt: string;
                            learnedBy: string;
                        }[];
                        /** @description The newest ten */
                        lessons: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            receivedInvoiceId: string;
                            /**
                             * @description not_taken: it would have made confirmed values wrong; nothing: there was nothing to learn
                             * @enum {string}
                             */
                            state: "waiting" | "taken" | "not_taken" | "nothing";
                            /** @description Values of confirmed documents that become right */
                            fixes: number | null;
                            breaks: number | null;
                            /** @description Confirmed documents it was tried on */
                            documents: number | null;
                            askedAt: string;
                            askedBy: string;
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
    getSupplierMemoryIdExport: {
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
    postSupplierMemoryIdImport: {
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
                    /** @description A memory as exported: { version, layouts } */
                    memory: unknown;
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
                        /** @description Layouts taken in */
                        layouts: number;
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
    deleteSupplierMemoryIdLayoutsLayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                layout: string;
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
                        layouts: {
                            /** Format: uuid */
                            id: string;
                            /** @description Corrected or confirmed documents it was learned from */
                            documents: number;
                            /** @description Fields whose place is known; "lines" for the table of items */
                            fields: string[];
                            /** @description How often a remembered place was right */
                            confirmed: number;
                            /** @description How often one misled */
                            failed: number;
                            /** @enum {string} */
                            source: "lesson" | "import";
                            learnedAt: string;
                            learnedBy: string;
                        }[];
                        /** @description The newest ten */
                        lessons: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            receivedInvoiceId: string;
                            /**
                             * @description not_taken: it would have made confirmed values wrong; nothing: there was nothing to learn
                             * @enum {string}
                             */
                            state: "waiting" | "taken" | "not_taken" | "nothing";
                            /** @description Values of confirmed documents that become right */
                            fixes: number | null;
                            breaks: number | null;
                            /** @description Confirmed documents it was tried on */
                            documents: number | null;
                            askedAt: string;
                            askedBy: string;
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
                     * @description The customer's when absent
                     * @default null
                     */
                    einvoiceFormat?: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
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
                        einvoiceFormat: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
                        einvoice: {
                            /**
                             * @description As chosen for the document, else for the customer
                             * @enum {string}
                             */
                            format: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
                            /** @description What it is, or as a draft would be, issued as; null: a PDF without data */
                            form: ("facturx" | "xrechnung" | "peppol") | null;
                            /** @description Drafts: what the form still asks for */
                            needs: {
                                rule: string;
                                text: string;
                            }[];
                            /** @description The e-invoice that stands alone, once it is made */
                            xml: {
                                sha256: string;
                            } | null;
                        };
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
                        einvoiceFormat: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
                        einvoice: {
                            /**
                             * @description As chosen for the document, else for the customer
                             * @enum {string}
                             */
                            format: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
                            /** @description What it is, or as a draft would be, issued as; null: a PDF without data */
                            form: ("facturx" | "xrechnung" | "peppol") | null;
                            /** @description Drafts: what the form still asks for */
                            needs: {
                                rule: string;
                                text: string;
                            }[];
                            /** @description The e-invoice that stands alone, once it is made */
                            xml: {
                                sha256: string;
                            } | null;
                        };
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
                     * @description The customer's when absent
                     * @default null
                     */
                    einvoiceFormat?: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
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
                        einvoiceFormat: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
                        einvoice: {
                            /**
                             * @description As chosen for the document, else for the customer
                             * @enum {string}
                             */
                            format: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
                            /** @description What it is, or as a draft would be, issued as; null: a PDF without data */
                            form: ("facturx" | "xrechnung" | "peppol") | null;
                            /** @description Drafts: what the form still asks for */
                            needs: {
                                rule: string;
                                text: string;
                            }[];
                            /** @description The e-invoice that stands alone, once it is made */
                            xml: {
                                sha256: string;
                            } | null;
                        };
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
                        einvoiceFormat: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
                        einvoice: {
                            /**
                             * @description As chosen for the document, else for the customer
                             * @enum {string}
                             */
                            format: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
                            /** @description What it is, or as a draft would be, issued as; null: a PDF without data */
                            form: ("facturx" | "xrechnung" | "peppol") | null;
                            /** @description Drafts: what the form still asks for */
                            needs: {
                                rule: string;
                                text: string;
                            }[];
                            /** @description The e-invoice that stands alone, once it is made */
                            xml: {
                                sha256: string;
                            } | null;
                        };
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
                        einvoiceFormat: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
                        einvoice: {
                            /**
                             * @description As chosen for the document, else for the customer
                             * @enum {string}
                             */
                            format: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
                            /** @description What it is, or as a draft would be, issued as; null: a PDF without data */
                            form: ("facturx" | "xrechnung" | "peppol") | null;
                            /** @description Drafts: what the form still asks for */
                            needs: {
                                rule: string;
                                text: string;
                            }[];
                            /** @description The e-invoice that stands alone, once it is made */
                            xml: {
                                sha256: string;
                            } | null;
                        };
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
                        einvoiceFormat: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
                        einvoice: {
                            /**
                             * @description As chosen for the document, else for the customer
                             * @enum {string}
                             */
                            format: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
                            /** @description What it is, or as a draft would be, issued as; null: a PDF without data */
                            form: ("facturx" | "xrechnung" | "peppol") | null;
                            /** @description Drafts: what the form still asks for */
                            needs: {
                                rule: string;
                                text: string;
                            }[];
                            /** @description The e-invoice that stands alone, once it is made */
                            xml: {
                                sha256: string;
                            } | null;
                        };
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
                        einvoiceFormat: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
                        einvoice: {
                            /**
                             * @description As chosen for the document, else for the customer
                             * @enum {string}
                             */
                            format: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
                            /** @description What it is, or as a draft would be, issued as; null: a PDF without data */
                            form: ("facturx" | "xrechnung" | "peppol") | null;
                            /** @description Drafts: what the form still asks for */
                            needs: {
                                rule: string;
                                text: string;
                            }[];
                            /** @description The e-invoice that stands alone, once it is made */
                            xml: {
                                sha256: string;
                            } | null;
                        };
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
    getInvoicesIdXml: {
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
                        einvoiceFormat: ("auto" | "none" | "facturx" | "xrechnung" | "peppol") | null;
                        einvoice: {
                            /**
                             * @description As chosen for the document, else for the customer
                             * @enum {string}
                             */
                            format: "auto" | "none" | "facturx" | "xrechnung" | "peppol";
                            /** @description What it is, or as a draft would be, issued as; null: a PDF without data */
                            form: ("facturx" | "xrechnung" | "peppol") | null;
                            /** @description Drafts: what the form still asks for */
                            needs: {
                                rule: string;
                                text: string;
                            }[];
                            /** @description The e-invoice that stands alone, once it is made */
                            xml: {
                                sha256: string;
                            } | null;
                        };
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
    postEInvoicesCheck: {
        parameters: {
            query?: {
                /** @description Rule sets by comma; those the document claims when absent */
                rules?: string;
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
                        fileName: string;
                        /** @enum {string} */
                        container: "xml" | "pdf";
                        /** @enum {string} */
                        syntax: "UBL" | "CII";
                        /** @description BT-24, as the file says it */
                        profile: string;
                        engine: string;
                        rules: ("EN16931" | "PEPPOL" | "XRECHNUNG")[];
                        /** @description No rule of severity fatal is broken */
                        valid: boolean;
                        findings: {
                            rule: string;
                            /** @enum {string} */
                            severity: "fatal" | "warning" | "information";
                            count: number;
                            path: string;
                            line: number;
                            text: string;
                        }[];
                        /** @description Findings beyond those listed */
                        more: number;
                        says: {
                            number: string | null;
                            issueDate: string | null;
                            seller: string | null;
                            buyer: string | null;
                            currency: string | null;
                            total: string | null;
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
    getInvoicesIdTransmissions: {
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
                            state: "waiting" | "sent" | "delivered" | "rejected" | "failed";
                            sender: string;
                            receiver: string;
                            detail: string | null;
                            tries: number;
                            requestedBy: string;
                            /** Format: date-time */
                            requestedAt: string;
                            sentAt: string | null;
                            endedAt: string | null;
                        }[];
                        /** @description It can be sent now */
                        possible: boolean;
                        whyNot: string | null;
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
    postInvoicesIdTransmissions: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            state: "waiting" | "sent" | "delivered" | "rejected" | "failed";
                            sender: string;
                            receiver: string;
                            detail: string | null;
                            tries: number;
                            requestedBy: string;
                            /** Format: date-time */
                            requestedAt: string;
                            sentAt: string | null;
                            endedAt: string | null;
                        }[];
                        /** @description It can be sent now */
                        possible: boolean;
                        whyNot: string | null;
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
    getAccessPoint: {
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
                        accessPoint: {
                            url: string;
                            keyEndsIn: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                        } | null;
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
    putAccessPoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url: string;
                    /** @description Kept sealed, never shown; leave out to keep the one that is there */
                    key?: string;
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
                        accessPoint: {
                            url: string;
                            keyEndsIn: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                        } | null;
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
    deleteAccessPoint: {
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
                        accessPoint: {
                            url: string;
                            keyEndsIn: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                        } | null;
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
    postPublicProposalsEnter: {
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
                        linkId: string;
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                        lineNumber?: string;
                        discount?: string;
                        discountPercent?: string;
                        grossPrice?: string;
                        baseQuantity?: string;
                        gtin?: string;
                        periodStart?: string;
                        periodEnd?: string;
                        taxCategory?: string;
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
    postReceivedInvoicesIdSplit: {
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
                    parts: {
                        from: number;
                        /** @description Included */
                        to: number;
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
                        /** @description The new documents, in the order of their pages */
                        documents: {
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
    postReceivedInvoicesIdKeepWhole: {
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                    "application/json": components["schemas"]["ReceivedInvoice"];
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
                            /** @description When file retention deleted it, because it held an original whose time was over */
                            deletedAt: string | null;
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
                        /** @description When file retention deleted it, because it held an original whose time was over */
                        deletedAt: string | null;
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
    getExportsSchedule: {
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
                        schedule: {
                            /** @enum {string} */
                            every: "week" | "month";
                            /** @description Of the week, 1 (Monday) to 7, or of the month, 1 to 28 */
                            day: number;
                            /** @enum {string} */
                            format: "csv" | "csv_lines" | "xlsx" | "json";
                            companyId: string | null;
                            companyName: string | null;
                            /** @description The day when it is made next, at four in the morning */
                            nextOn: string;
                            timeZone: string;
                            /** @description The day that was served last */
                            lastOn: string | null;
                            lastAt: string | null;
                            /** @description made; nothing was approved; refused: you could no longer export this */
                            lastOutcome: ("made" | "nothing" | "refused") | null;
                            lastExportId: string | null;
                        } | null;
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
    putExportsSchedule: {
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
                    every: "week" | "month";
                    /** @description Of the week, 1 (Monday) to 7, or of the month, 1 to 28 */
                    day: number;
                    /** @enum {string} */
                    format: "csv" | "csv_lines" | "xlsx" | "json";
                    /**
                     * @description null: all companies that you see
                     * @default null
                     */
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
                        schedule: {
                            /** @enum {string} */
                            every: "week" | "month";
                            /** @description Of the week, 1 (Monday) to 7, or of the month, 1 to 28 */
                            day: number;
                            /** @enum {string} */
                            format: "csv" | "csv_lines" | "xlsx" | "json";
                            companyId: string | null;
                            companyName: string | null;
                            /** @description The day when it is made next, at four in the morning */
                            nextOn: string;
                            timeZone: string;
                            /** @description The day that was served last */
                            lastOn: string | null;
                            lastAt: string | null;
                            /** @description made; nothing was approved; refused: you could no longer export this */
                            lastOutcome: ("made" | "nothing" | "refused") | null;
                            lastExportId: string | null;
                        } | null;
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
    deleteExportsSchedule: {
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
                        schedule: {
                            /** @enum {string} */
                            every: "week" | "month";
                            /** @description Of the week, 1 (Monday) to 7, or of the month, 1 to 28 */
                            day: number;
                            /** @enum {string} */
                            format: "csv" | "csv_lines" | "xlsx" | "json";
                            companyId: string | null;
                            companyName: string | null;
                            /** @description The day when it is made next, at four in the morning */
                            nextOn: string;
                            timeZone: string;
                            /** @description The day that was served last */
                            lastOn: string | null;
                            lastAt: string | null;
                            /** @description made; nothing was approved; refused: you could no longer export this */
                            lastOutcome: ("made" | "nothing" | "refused") | null;
                            lastExportId: string | null;
                        } | null;
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
                        /** @description When file retention deleted it, because it held an original whose time was over */
                        deletedAt: string | null;
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
    getRetention: {
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
                        keep: "1_year" | "3_years" | "7_years" | "permanent";
                        changedAt: string | null;
                        changedBy: string | null;
                        pending: {
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string | null;
                            /**
                             * Format: date-time
                             * @description Until then it can be taken back, and nothing is deleted by it
                             */
                            effectiveAt: string;
                            /** Format: date-time */
                            firstRunAt: string;
                            /** @description What the first run deletes, as things stand */
                            first: {
                                files: number;
                                bytes: number;
                            };
                        } | null;
                        plan: {
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** @description Originals that are there now */
                            kept: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of those, under a legal hold: not deleted while it stands */
                            held: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of the held ones, those that would otherwise go with the first run */
                            heldDue: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Deleted by the first run under this choice */
                            first: {
                                files: number;
                                bytes: number;
                            };
                            firstByYear: {
                                files: number;
                                bytes: number;
                                /** @description In which they were received (UTC) */
                                year: number;
                            }[];
                            months: {
                                files: number;
                                bytes: number;
                                /** @description YYYY-MM in which they are due (UTC) */
                                month: string;
                            }[];
                            firstDueAt: string | null;
                            /** @description When the oldest original that is kept was received */
                            oldestAt: string | null;
                        };
                        /** @description Originals that retention has deleted so far */
                        deleted: {
                            files: number;
                            bytes: number;
                        };
                        openHolds: number;
                        /** Format: date-time */
                        nextRunAt: string;
                        lastRun: {
                            id: string;
                            /** @enum {string} */
                            state: "running" | "finished" | "refused";
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description How often it was taken up again after it was interrupted */
                            resumed: number;
                            deleted: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Page images and page words deleted with them */
                            derived: number;
                            /** @description ZIP exports deleted because they held one of them */
                            bundles: number;
                            /** @description Files that were due and are kept by a legal hold */
                            held: number;
                            errors: number;
                            lastError: string | null;
                            refusedBecause: string | null;
                        } | null;
                        clock: {
                            trusted: boolean;
                            reason: ("not_watched" | "jumped_ahead" | "went_back" | "clocks_differ" | "nobody_looks") | null;
                            message: string | null;
                            remedy: string | null;
                            /** Format: date-time */
                            now: string;
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
    putRetention: {
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
                    keep: "1_year" | "3_years" | "7_years" | "permanent";
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
                        keep: "1_year" | "3_years" | "7_years" | "permanent";
                        changedAt: string | null;
                        changedBy: string | null;
                        pending: {
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string | null;
                            /**
                             * Format: date-time
                             * @description Until then it can be taken back, and nothing is deleted by it
                             */
                            effectiveAt: string;
                            /** Format: date-time */
                            firstRunAt: string;
                            /** @description What the first run deletes, as things stand */
                            first: {
                                files: number;
                                bytes: number;
                            };
                        } | null;
                        plan: {
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** @description Originals that are there now */
                            kept: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of those, under a legal hold: not deleted while it stands */
                            held: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of the held ones, those that would otherwise go with the first run */
                            heldDue: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Deleted by the first run under this choice */
                            first: {
                                files: number;
                                bytes: number;
                            };
                            firstByYear: {
                                files: number;
                                bytes: number;
                                /** @description In which they were received (UTC) */
                                year: number;
                            }[];
                            months: {
                                files: number;
                                bytes: number;
                                /** @description YYYY-MM in which they are due (UTC) */
                                month: string;
                            }[];
                            firstDueAt: string | null;
                            /** @description When the oldest original that is kept was received */
                            oldestAt: string | null;
                        };
                        /** @description Originals that retention has deleted so far */
                        deleted: {
                            files: number;
                            bytes: number;
                        };
                        openHolds: number;
                        /** Format: date-time */
                        nextRunAt: string;
                        lastRun: {
                            id: string;
                            /** @enum {string} */
                            state: "running" | "finished" | "refused";
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description How often it was taken up again after it was interrupted */
                            resumed: number;
                            deleted: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Page images and page words deleted with them */
                            derived: number;
                            /** @description ZIP exports deleted because they held one of them */
                            bundles: number;
                            /** @description Files that were due and are kept by a legal hold */
                            held: number;
                            errors: number;
                            lastError: string | null;
                            refusedBecause: string | null;
                        } | null;
                        clock: {
                            trusted: boolean;
                            reason: ("not_watched" | "jumped_ahead" | "went_back" | "clocks_differ" | "nobody_looks") | null;
                            message: string | null;
                            remedy: string | null;
                            /** Format: date-time */
                            now: string;
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
    getRetentionPreview: {
        parameters: {
            query: {
                keep: "1_year" | "3_years" | "7_years" | "permanent";
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
                        /** @enum {string} */
                        current: "1_year" | "3_years" | "7_years" | "permanent";
                        shorter: boolean;
                        /**
                         * Format: date-time
                         * @description When it takes effect: in a week for a shorter choice, at once for a longer one
                         */
                        effectiveAt: string;
                        /** Format: date-time */
                        firstRunAt: string;
                        plan: {
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** @description Originals that are there now */
                            kept: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of those, under a legal hold: not deleted while it stands */
                            held: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of the held ones, those that would otherwise go with the first run */
                            heldDue: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Deleted by the first run under this choice */
                            first: {
                                files: number;
                                bytes: number;
                            };
                            firstByYear: {
                                files: number;
                                bytes: number;
                                /** @description In which they were received (UTC) */
                                year: number;
                            }[];
                            months: {
                                files: number;
                                bytes: number;
                                /** @description YYYY-MM in which they are due (UTC) */
                                month: string;
                            }[];
                            firstDueAt: string | null;
                            /** @description When the oldest original that is kept was received */
                            oldestAt: string | null;
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
    postRetentionShorter: {
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
                    keep: "1_year" | "3_years" | "7_years" | "permanent";
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
                        keep: "1_year" | "3_years" | "7_years" | "permanent";
                        changedAt: string | null;
                        changedBy: string | null;
                        pending: {
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string | null;
                            /**
                             * Format: date-time
                             * @description Until then it can be taken back, and nothing is deleted by it
                             */
                            effectiveAt: string;
                            /** Format: date-time */
                            firstRunAt: string;
                            /** @description What the first run deletes, as things stand */
                            first: {
                                files: number;
                                bytes: number;
                            };
                        } | null;
                        plan: {
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** @description Originals that are there now */
                            kept: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of those, under a legal hold: not deleted while it stands */
                            held: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of the held ones, those that would otherwise go with the first run */
                            heldDue: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Deleted by the first run under this choice */
                            first: {
                                files: number;
                                bytes: number;
                            };
                            firstByYear: {
                                files: number;
                                bytes: number;
                                /** @description In which they were received (UTC) */
                                year: number;
                            }[];
                            months: {
                                files: number;
                                bytes: number;
                                /** @description YYYY-MM in which they are due (UTC) */
                                month: string;
                            }[];
                            firstDueAt: string | null;
                            /** @description When the oldest original that is kept was received */
                            oldestAt: string | null;
                        };
                        /** @description Originals that retention has deleted so far */
                        deleted: {
                            files: number;
                            bytes: number;
                        };
                        openHolds: number;
                        /** Format: date-time */
                        nextRunAt: string;
                        lastRun: {
                            id: string;
                            /** @enum {string} */
                            state: "running" | "finished" | "refused";
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description How often it was taken up again after it was interrupted */
                            resumed: number;
                            deleted: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Page images and page words deleted with them */
                            derived: number;
                            /** @description ZIP exports deleted because they held one of them */
                            bundles: number;
                            /** @description Files that were due and are kept by a legal hold */
                            held: number;
                            errors: number;
                            lastError: string | null;
                            refusedBecause: string | null;
                        } | null;
                        clock: {
                            trusted: boolean;
                            reason: ("not_watched" | "jumped_ahead" | "went_back" | "clocks_differ" | "nobody_looks") | null;
                            message: string | null;
                            remedy: string | null;
                            /** Format: date-time */
                            now: string;
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
    deleteRetentionPending: {
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
                        keep: "1_year" | "3_years" | "7_years" | "permanent";
                        changedAt: string | null;
                        changedBy: string | null;
                        pending: {
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string | null;
                            /**
                             * Format: date-time
                             * @description Until then it can be taken back, and nothing is deleted by it
                             */
                            effectiveAt: string;
                            /** Format: date-time */
                            firstRunAt: string;
                            /** @description What the first run deletes, as things stand */
                            first: {
                                files: number;
                                bytes: number;
                            };
                        } | null;
                        plan: {
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** @description Originals that are there now */
                            kept: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of those, under a legal hold: not deleted while it stands */
                            held: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Of the held ones, those that would otherwise go with the first run */
                            heldDue: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Deleted by the first run under this choice */
                            first: {
                                files: number;
                                bytes: number;
                            };
                            firstByYear: {
                                files: number;
                                bytes: number;
                                /** @description In which they were received (UTC) */
                                year: number;
                            }[];
                            months: {
                                files: number;
                                bytes: number;
                                /** @description YYYY-MM in which they are due (UTC) */
                                month: string;
                            }[];
                            firstDueAt: string | null;
                            /** @description When the oldest original that is kept was received */
                            oldestAt: string | null;
                        };
                        /** @description Originals that retention has deleted so far */
                        deleted: {
                            files: number;
                            bytes: number;
                        };
                        openHolds: number;
                        /** Format: date-time */
                        nextRunAt: string;
                        lastRun: {
                            id: string;
                            /** @enum {string} */
                            state: "running" | "finished" | "refused";
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description How often it was taken up again after it was interrupted */
                            resumed: number;
                            deleted: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Page images and page words deleted with them */
                            derived: number;
                            /** @description ZIP exports deleted because they held one of them */
                            bundles: number;
                            /** @description Files that were due and are kept by a legal hold */
                            held: number;
                            errors: number;
                            lastError: string | null;
                            refusedBecause: string | null;
                        } | null;
                        clock: {
                            trusted: boolean;
                            reason: ("not_watched" | "jumped_ahead" | "went_back" | "clocks_differ" | "nobody_looks") | null;
                            message: string | null;
                            remedy: string | null;
                            /** Format: date-time */
                            now: string;
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
    getRetentionHolds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "lifted" | "all";
                /** @description Holds that cover this document: its own and its company's */
                documentId?: string;
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
                            on: "document" | "company";
                            documentId: string | null;
                            companyId: string | null;
                            /** @description The document's supplier and number or file name, or the company's name */
                            name: string;
                            reason: string;
                            /** Format: date-time */
                            placedAt: string;
                            placedBy: string;
                            liftedAt: string | null;
                            liftedBy: string | null;
                            liftReason: string | null;
                            /** @description Originals it covers now */
                            files: number;
                            /** @description Of those, past their time: the next run deletes them once no hold covers them */
                            due: number;
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
    postRetentionHolds: {
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
                    documentId?: string;
                    /** Format: uuid */
                    companyId?: string;
                    reason: string;
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
                        on: "document" | "company";
                        documentId: string | null;
                        companyId: string | null;
                        /** @description The document's supplier and number or file name, or the company's name */
                        name: string;
                        reason: string;
                        /** Format: date-time */
                        placedAt: string;
                        placedBy: string;
                        liftedAt: string | null;
                        liftedBy: string | null;
                        liftReason: string | null;
                        /** @description Originals it covers now */
                        files: number;
                        /** @description Of those, past their time: the next run deletes them once no hold covers them */
                        due: number;
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
    postRetentionHoldsIdLift: {
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
                        on: "document" | "company";
                        documentId: string | null;
                        companyId: string | null;
                        /** @description The document's supplier and number or file name, or the company's name */
                        name: string;
                        reason: string;
                        /** Format: date-time */
                        placedAt: string;
                        placedBy: string;
                        liftedAt: string | null;
                        liftedBy: string | null;
                        liftReason: string | null;
                        /** @description Originals it covers now */
                        files: number;
                        /** @description Of those, past their time: the next run deletes them once no hold covers them */
                        due: number;
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
    getRetentionRuns: {
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
                            state: "running" | "finished" | "refused";
                            /** @enum {string} */
                            keep: "1_year" | "3_years" | "7_years" | "permanent";
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description How often it was taken up again after it was interrupted */
                            resumed: number;
                            deleted: {
                                files: number;
                                bytes: number;
                            };
                            /** @description Page images and page words deleted with them */
                            derived: number;
                            /** @description ZIP exports deleted because they held one of them */
                            bundles: number;
                            /** @description Files that were due and are kept by a legal hold */
                            held: number;
                            errors: number;
                            lastError: string | null;
                            refusedBecause: string | null;
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
    getRetentionDeletions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Only what this run deleted */
                runId?: string;
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
                            /** @enum {string} */
                            kind: "original" | "export";
                            documentId: string;
                            fileName: string;
                            sha256: string;
                            sizeBytes: number;
                            /** Format: date-time */
                            receivedAt: string;
                            /** Format: date-time */
                            deletedAt: string;
                            /** @enum {string} */
                            rule: "1_year" | "3_years" | "7_years" | "permanent";
                            runId: string;
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
    getRetentionDeletionsCsv: {
        parameters: {
            query?: {
                /** @description Only what this run deleted */
                runId?: string;
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
    getOperatorAccess: {
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
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "open" | "expired" | "ended";
                            reason: string;
                            reads: ("received_invoices" | "invoices" | "proposals" | "parties" | "payments" | "activity")[];
                            grantedBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            endedAt: string | null;
                            endedBy: string | null;
                            /** @description How often the operator has read by it */
                            uses: number;
                            lastUsedAt: string | null;
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
    postOperatorAccess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long the operator may look, from now */
                    hours: number;
                    /** @description Why, in at least three characters, as it will stand in the log */
                    reason: string;
                    reads: ("received_invoices" | "invoices" | "proposals" | "parties" | "payments" | "activity")[];
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
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "open" | "expired" | "ended";
                        reason: string;
                        reads: ("received_invoices" | "invoices" | "proposals" | "parties" | "payments" | "activity")[];
                        grantedBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        endedAt: string | null;
                        endedBy: string | null;
                        /** @description How often the operator has read by it */
                        uses: number;
                        lastUsedAt: string | null;
                        /** @description To be handed to the operator. Shown this once, kept only as its hash */
                        code: string;
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
    postOperatorAccessIdEnd: {
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
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "open" | "expired" | "ended";
                        reason: string;
                        reads: ("received_invoices" | "invoices" | "proposals" | "parties" | "payments" | "activity")[];
                        grantedBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        endedAt: string | null;
                        endedBy: string | null;
                        /** @description How often the operator has read by it */
                        uses: number;
                        lastUsedAt: string | null;
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
    getTrust: {
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
                        /** Format: date-time */
                        at: string;
                        version: string;
                        operator: string | null;
                        counts: {
                            [key: string]: number;
                        };
                        areas: {
                            key: string;
                            title: string;
                        }[];
                        claims: {
                            /** @description Also the beginning of the titles of its tests */
                            id: string;
                            area: string;
                            promise: string;
                            shows: string;
                            page: string | null;
                            command: string | null;
                            /** @enum {string} */
                            state: "kept" | "off" | "not_configured" | "not_built" | "broken";
                            /** @description How it stands in this installation, read from it now */
                            says: string;
                            /** @description Null: its tests were not run on this machine */
                            lastRun: {
                                /** @enum {string} */
                                result: "passed" | "failed" | "skipped" | "not run";
                                /** Format: date-time */
                                at: string;
                                version: string;
                                /** @description How many tests carry the promise's id */
                                tests: number;
                            } | null;
                        }[];
                        lastRun: {
                            /** Format: date-time */
                            at: string;
                            version: string;
                            passed: number;
                            failed: number;
                            skipped: number;
                        } | null;
                        asvs: {
                            applies: number;
                            /** @description To be shown by an automated test */
                            byTest: number;
                            byConfiguration: number;
                            byReview: number;
                            notMet: {
                                id: string;
                                reason: string;
                            }[];
                            doesNotApply: number;
                            /** @description Of those by test: how many had a test that carries their id when the suite last ran here; null when it was not run */
                            proven: number | null;
                        };
                        /** @description Services outside this installation that are on. Empty: everything stays on this server */
                        services: {
                            key: string;
                            vendor: string;
                            role: string;
                            purpose: string;
                            data: string[];
                            region: string;
                            link: string | null;
                        }[];
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            change: "added" | "changed" | "removed";
                            vendor: string;
                            role: string;
                            region: string;
                        }[];
                        security: {
                            contact: string;
                            file: string;
                            answer: string;
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
    getTrustWorkspace: {
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
                        /** Format: date-time */
                        at: string;
                        version: string;
                        operator: string | null;
                        counts: {
                            [key: string]: number;
                        };
                        areas: {
                            key: string;
                            title: string;
                        }[];
                        claims: {
                            /** @description Also the beginning of the titles of its tests */
                            id: string;
                            area: string;
                            promise: string;
                            shows: string;
                            page: string | null;
                            command: string | null;
                            /** @enum {string} */
                            state: "kept" | "off" | "not_configured" | "not_built" | "broken";
                            /** @description How it stands in this installation, read from it now */
                            says: string;
                            /** @description Null: its tests were not run on this machine */
                            lastRun: {
                                /** @enum {string} */
                                result: "passed" | "failed" | "skipped" | "not run";
                                /** Format: date-time */
                                at: string;
                                version: string;
                                /** @description How many tests carry the promise's id */
                                tests: number;
                            } | null;
                        }[];
                        lastRun: {
                            /** Format: date-time */
                            at: string;
                            version: string;
                            passed: number;
                            failed: number;
                            skipped: number;
                        } | null;
                        asvs: {
                            applies: number;
                            /** @description To be shown by an automated test */
                            byTest: number;
                            byConfiguration: number;
                            byReview: number;
                            notMet: {
                                id: string;
                                reason: string;
                            }[];
                            doesNotApply: number;
                            /** @description Of those by test: how many had a test that carries their id when the suite last ran here; null when it was not run */
                            proven: number | null;
                        };
                        /** @description Services outside this installation that are on. Empty: everything stays on this server */
                        services: {
                            key: string;
                            vendor: string;
                            role: string;
                            purpose: string;
                            data: string[];
                            region: string;
                            link: string | null;
                        }[];
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            change: "added" | "changed" | "removed";
                            vendor: string;
                            role: string;
                            region: string;
                        }[];
                        security: {
                            contact: string;
                            file: string;
                            answer: string;
                        };
                        /** @description What this workspace has set for itself */
                        own: {
                            label: string;
                            value: string;
                            page: string | null;
                            needs: string | null;
                        }[];
                        /** @description Identity providers that this workspace connected, as services of its own choice */
                        providers: {
                            name: string;
                            kind: string;
                            issuer: string;
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
    getWellKnownSecurityTxt: {
        parameters: {
            query?: never;
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
}
