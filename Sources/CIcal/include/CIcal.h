// CIcal
