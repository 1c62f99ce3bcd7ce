using 'main.bicep'

param environmentName = 'production'
param location = 'southeastasia'
param storageRedundancy = 'Standard_ZRS'
param softDeleteDays = 90
param lockData = true
param headsDays = 1825
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
param monthlyBudget = 50
param logDailyGigabytes = 1
param logRetentionDays = 90
