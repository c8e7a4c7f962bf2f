// CToml
