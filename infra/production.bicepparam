using 'main.bicep'

param environmentName = 'production'
param location = 'southeastasia'
param storageRedundancy = 'Standard_ZRS'
param softDeleteDays = 90
param lockData = true
param alwaysReadyInstances = 0
param allowedNetworks = []
param senderGroups = []
param operators = ['operator@example.org']
param monthlyBudget = 50
param budgetStart = '2026-12-01'
param logDailyGigabytes = 1
param logRetentionDays = 90
