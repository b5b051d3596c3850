/** The tables of the workspace that `tickmark new` writes, but for its journals. Its accounts stand in every line of the statements. */
export const NEW_TABLES: Readonly<Record<string, string>> = {
  "books/entities.csv": `entity,name,currency,country,region,inflation from,income tax rate
EXI-US,"Example Instruments, Inc.",USD,US,Americas,,0.21
EXI-DE,Example Instruments GmbH,EUR,DE,Europe,,0.30
`,
  "books/ownership.csv": `entity,parent,percent,from,to
EXI-DE,EXI-US,100,2020-01-01,
`,
  "books/deals.csv": `entity,kind,date,consideration,net assets,nci,discontinued
`,
  "books/accounts.csv": `account,name,line,side,monetary,cash flow,historical of
1000,Cash at banks,cash,debit,yes,,
1050,Treasury bills,short-term-investments,debit,yes,investments,
1100,Accounts receivable,receivables,debit,yes,change-in-receivables,
1300,Inventories,inventories,debit,no,change-in-inventories,
1400,Prepaid expenses,other-current-assets,debit,no,change-in-other,
1500,"Property, plant and equipment at cost",property-plant-equipment,debit,no,capital-expenditure,
1590,Accumulated depreciation,property-plant-equipment,credit,no,depreciation-and-amortisation,
1600,Goodwill,goodwill,debit,no,acquisitions,
1700,Intangible assets at cost,intangible-assets,debit,no,acquisitions,
1790,Accumulated amortisation,intangible-assets,credit,no,depreciation-and-amortisation,
1800,Deferred tax assets,deferred-tax-assets,debit,yes,deferred-taxes,
1850,Other assets,other-assets,debit,yes,change-in-other,
1900,Due from entities of the group,intercompany-receivable,debit,yes,,
1950,Investments in subsidiaries,investment-in-subsidiaries,debit,no,,
2000,Accounts payable,payables,credit,yes,change-in-payables,
2100,Accrued liabilities,accrued-liabilities,credit,yes,change-in-other,
2150,Income taxes payable,income-taxes-payable,credit,yes,change-in-taxes,
2200,Deferred revenue,deferred-revenue,credit,no,change-in-other,
2300,Bank loans of up to a year,short-term-debt,credit,yes,debt-issued,
2500,Notes issued,long-term-debt,credit,yes,debt-issued,
2550,Notes repaid,long-term-debt,credit,yes,debt-repaid,
2600,Deferred tax liabilities,deferred-tax-liabilities,credit,yes,deferred-taxes,
2700,Other liabilities,other-liabilities,credit,yes,change-in-other,
2900,Due to entities of the group,intercompany-payable,credit,yes,,
3000,Common stock,common-stock,credit,no,shares-issued,
3100,Additional paid-in capital,paid-in-capital,credit,no,shares-issued,
3150,Paid-in capital from stock compensation,paid-in-capital,credit,no,stock-compensation,
3200,Treasury stock,treasury-stock,debit,no,shares-bought-back,
3300,Dividends,dividends,debit,no,dividends-paid,
3900,Retained earnings,retained-earnings,credit,no,,
3950,Cumulative translation adjustment,translation-adjustment,credit,no,,
3980,Non-controlling interests,non-controlling-interests,credit,no,,
4000,Revenue,revenue,credit,no,,
5000,Cost of goods sold,cost-of-sales,debit,no,,1300
5100,Depreciation of works,cost-of-sales,debit,no,,1500
6000,Research and development,research-and-development,debit,no,,
6100,"Selling, general and administrative",selling-general-administrative,debit,no,,
6200,Amortisation of intangible assets,amortisation-of-intangibles,debit,no,,1700
6300,Restructuring,restructuring,debit,no,,
6400,Impairment,impairment,debit,no,,
6500,Purchased in-process research,in-process-research,debit,no,,
6600,Services between entities of the group,other-operating,debit,no,,
7000,Interest income,interest-income,credit,no,,
7100,Interest expense,interest-expense,debit,no,,
7200,Other income,other-income,credit,no,,
7300,Gains and losses from remeasurement,remeasurement,debit,no,,
7400,Gain on disposal of a business,gain-on-disposal,credit,no,,
8000,Income taxes,income-tax,debit,no,,
9000,Discontinued operations,discontinued-operations,debit,no,,
`,
  "books/opening.csv": `entity,account,currency,amount,functional,historical
EXI-US,1000,USD,120000.00,120000.00,
EXI-US,1100,USD,60000.00,60000.00,
EXI-US,1300,USD,40000.00,40000.00,
EXI-US,1500,USD,90000.00,90000.00,
EXI-US,1590,USD,-30000.00,-30000.00,
EXI-US,1950,USD,49500.00,49500.00,
EXI-US,2000,USD,-25000.00,-25000.00,
EXI-US,2500,USD,-80000.00,-80000.00,
EXI-US,3000,USD,-10000.00,-10000.00,
EXI-US,3100,USD,-140000.00,-140000.00,
EXI-US,3900,USD,-74500.00,-74500.00,
EXI-DE,1000,EUR,30000.00,30000.00,
EXI-DE,1100,EUR,25000.00,25000.00,
EXI-DE,1300,EUR,20000.00,20000.00,
EXI-DE,1500,EUR,35000.00,35000.00,
EXI-DE,1590,EUR,-10000.00,-10000.00,
EXI-DE,2000,EUR,-15000.00,-15000.00,
EXI-DE,3000,EUR,-45000.00,-45000.00,-49500.00
EXI-DE,3900,EUR,-40000.00,-40000.00,-44600.00
`,
  "books/rates.csv": `currency,period,kind,rate,per
EUR,opening,closing,1.1750,EUR
EUR,2026-P01,average,1.1700,EUR
EUR,2026-P01,closing,1.1800,EUR
EUR,2026-P02,average,1.1850,EUR
EUR,2026-P02,closing,1.1900,EUR
EUR,2026-P03,average,1.1820,EUR
EUR,2026-P03,closing,1.1780,EUR
`,
  "books/shares.csv": `kind,name,date,from,to,shares,price,principal,interest,tax rate,settlement
outstanding,,2026-01-01,,,40000,,,,,
issue,Employees,2026-02-15,,,500,,,,,
option,Plan of 2023,,2023-05-01,,2000,15.00,,,,
price,,,2026-01-01,2026-03-31,,22.50,,,,
`,
  "books/adjustments.csv": `tag,category,placement,jurisdiction,tax rate,definitions,reason
closing-of-works,Restructuring,restructuring,DE,0.30,v1,The works in Hamburg are being closed.
`,
  "books/unrealised.csv": `period,seller,buyer,currency,profit,sold in
`,
  "books/registers.csv": `register,as of,member,value,note
employees,2026-03-31,,420,At the end of the quarter.
`,
  "books/plan.csv": `scenario,issued,period,measure,member,low,high
guidance,2026-02-05,2026-Q1,revenue,,235000.00,245000.00
plan,2025-12-10,2026-Q1,revenue,,240000.00,240000.00
`,
};
