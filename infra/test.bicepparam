using 'main.bicep'

// azd finds what it made by its own name for the environment. With these parameters it may be any but production.
var azd = readEnvironmentVariable('AZURE_ENV_NAME', 'test')
param environmentName = azd == 'production' ? fail('production has parameters of its own: production.bicepparam') : azd

param location = 'southeastasia'
param storageRedundancy = 'Standard_LRS'
param softDeleteDays = 7
param lockData = false
param headsDays = 1
param headsLocked = false
param alwaysReadyInstances = 0
param allowedNetworks = ['0.0.0.0/0']
param signInClientId = ''
param baseAddress = ''
param smtp = '' // 'smtps://office@mail.example.go.th'
param imap = ''
param mailScope = ''
param senders = [] // { group: '{object id}', folders: ['46-dla-2567/4601'] }
param copyGroups = []
param operators = ['operator@example.org']
param monthlyBudget = 20
param logDailyGigabytes = 1
param logRetentionDays = 30
