// Everything that is kept: files, answers, the log and its heads. No keys: rights are roles. The program makes none of these itself.
import * as names from 'names.bicep'

param name string
param location string
param tags { *: string }
param redundancy 'Standard_LRS' | 'Standard_ZRS'
param softDeleteDays int
param locked bool
param headsDays int
param headsLocked bool

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for container in [names.dropContainer, names.answersContainer, names.partsContainer]: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

// Where data is locked, single files or rounds can be put under legal hold or retention later on, and as long as anything lies in the
// vault neither it nor the account can be deleted, by nobody. It has no retention of its own: a file that came by mistake must be erasable.
resource vault 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: names.vaultContainer
  properties: {
    publicAccess: 'None'
    immutableStorageWithVersioning: { enabled: locked }
  }
}

resource heads 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: names.headsContainer
  properties: { publicAccess: 'None' }

  // A locked policy refuses to be deployed again; it is locked by hand, once, and then headsLocked says so.
  resource policy 'immutabilityPolicies' = if (!headsLocked) {
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: headsDays
      allowProtectedAppendWrites: true
    }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource log 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-01-01' = {
  parent: tables
  name: names.logTable
}

// What is deleted or overwritten becomes a version, for which soft delete doesn't count yet; a day later this deletes the version,
// and then it does. So everything can be brought back for softDeleteDays, and is gone for good two or three days after them.
resource expiry 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'old-versions'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob', 'appendBlob']
              prefixMatch: ['${names.vaultContainer}/', '${names.dropContainer}/', '${names.answersContainer}/', '${names.partsContainer}/']
            }
            actions: {
              version: { delete: { daysAfterCreationGreaterThan: 1 } }
            }
          }
        }
      ]
    }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keeps-returns'
  properties: {
    level: 'CanNotDelete'
    notes: 'Returns, receipts and the log of every round. Remove on purpose only; infra/README.md says how.'
  }
}
