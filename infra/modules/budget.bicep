// Nobody should be surprised by a bill. A budget warns; it stops nothing.
param name string
param amount int
param operators string[]

// Azure takes no month that is over for a new budget, and no other month for one that exists: so it is made in the month of the
// first deployment, and then left alone.
param start string = utcNow('yyyy-MM-01')

@onlyIfNotExists()
resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        thresholdType: 'Actual'
        threshold: 80
        contactEmails: operators
      }
      forecast: {
        enabled: true
        operator: 'GreaterThan'
        thresholdType: 'Forecasted'
        threshold: 100
        contactEmails: operators
      }
    }
  }
}
