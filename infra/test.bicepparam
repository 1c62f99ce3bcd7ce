using 'main.bicep'

param environmentName = 'test'
param location = 'southeastasia'
param storageRedundancy = 'Standard_LRS'
param softDeleteDays = 7
param lockData = false
param alwaysReadyInstances = 0
param allowedNetworks = []
param senderGroups = []
param operators = ['operator@example.org']
param monthlyBudget = 10
param budgetStart = '2026-12-01'
param logDailyGigabytes = 1
param logRetentionDays = 30
