// The program behind the Functions host, as a .NET isolated worker on the Flex Consumption plan.
import * as names from 'names.bicep'

param name string
param planName string
param location string
param tags { *: string }
param programName string
param packagesName string
param storageName string
param hostStorageName string
param insightsName string
param alwaysReadyInstances int
param allowedNetworks string[]
param signInClientId string
param baseAddress string
param smtp string
param imap string
param mailScope string
param vaultName string

var instanceMegabytes = 4096
// Host, program and system, with room. Above that, the greatest upload (100 MB) that says its length costs the host five times its size.
var megabytesAtRest = 1000
var megabytesOfUpload = 500

// Entra takes the program's own identity for the secret that the registration would need: nothing to keep or to renew.
var signInCredential = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

// What a setting says whose value lies in the vault; the platform reads it as the program.
func kept(vault string, name string) string => '@Microsoft.KeyVault(VaultName=${vault};SecretName=${name})'

func signsIn(protocol string, scope string) string => 'KALASIN_${protocol}_${empty(scope) ? 'PASSWORD' : 'SCOPE'}'

resource program 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: programName
}

resource packages 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: packagesName
}

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostStorageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  // azd finds by this tag where the program goes.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${program.id}': {}, '${packages.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: program.id
    publicNetworkAccess: 'Enabled'
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${host.properties.primaryEndpoints.blob}${names.packagesContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: packages.id
          }
        }
      }
      // Exactly so. Azure takes '10' as well, and then no start succeeds.
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMegabytes
        maximumInstanceCount: 40
        // As many as fit if each were the greatest upload; the next one gets another instance.
        triggers: { http: { perInstanceConcurrency: (instanceMegabytes - megabytesAtRest) / megabytesOfUpload } }
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      // Closed unless a network is named: whatever the program guards, nobody else reaches it.
      ipSecurityRestrictionsDefaultAction: 'Deny'
      ipSecurityRestrictions: [
        for (network, n) in allowedNetworks: {
          name: 'allowed-${n}'
          ipAddress: network
          action: 'Allow'
          priority: 100 + n
        }
      ]
      // Packages come from wherever an operator works; they need an Entra token and a role.
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictionsDefaultAction: 'Allow'
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union({
      AzureWebJobsStorage__accountName: host.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: program.properties.clientId
      AZURE_CLIENT_ID: program.properties.clientId
      KALASIN_STORAGE: 'azure'
      KALASIN_STORAGE_ACCOUNT: storageName
      KALASIN_BASE_ADDRESS: empty(baseAddress) ? 'https://${app.properties.defaultHostName}' : baseAddress
      // Only where App Service signs people in; otherwise holders of personal links alone get in.
      KALASIN_SIGN_IN: empty(signInClientId) ? '' : 'appservice'
      '${signInCredential}': program.properties.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${program.properties.clientId}'
    }, empty(smtp) ? {} : {
      KALASIN_SMTP: smtp
      '${signsIn('SMTP', mailScope)}': empty(mailScope) ? kept(vaultName, 'smtp-password') : mailScope
    }, empty(imap) ? {} : {
      KALASIN_IMAP: imap
      '${signsIn('IMAP', mailScope)}': empty(mailScope) ? kept(vaultName, 'imap-password') : mailScope
    })
  }

  // Accounts are signed in, and nobody is turned away: holders of personal links have none. Who may do what, the program says.
  resource signIn 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: !empty(signInClientId) }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      httpSettings: { requireHttps: true }
      identityProviders: {
        azureActiveDirectory: {
          enabled: !empty(signInClientId)
          registration: {
            clientId: signInClientId
            clientSecretSettingName: signInCredential
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: { allowedAudiences: ['api://${signInClientId}', signInClientId] }
        }
      }
      login: { tokenStore: { enabled: false } }
    }
  }

  resource ftpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scmPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output address string = 'https://${app.properties.defaultHostName}'
