/**
 * Of a server for tests on this machine, made for nothing else: nobody trusts it.
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=127.0.0.1`
 */
export const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgxrKlB/yv/VHpS3II
45I14m1wFgPGfZ3t5cyPjdGA1DGhRANCAARz9vwxzoP1o5X4d+cp1M6cmjkZcG4w
rtahD/fvltNgBT7TYfhNarqLpIztwwM/H7WPfdti+RPVoJR3MGE3Zaij
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUFVPjE3ScDQToTuwq5Kh+nEbSpvgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNzA1NTU0M1oYDzIxMjYxMTAz
MDU1NTQzWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARz9vwxzoP1o5X4d+cp1M6cmjkZcG4wrtahD/fvltNgBT7TYfhNarqL
pIztwwM/H7WPfdti+RPVoJR3MGE3Zaijo1MwUTAdBgNVHQ4EFgQUXTNILb+Xz9bD
lRdPjJrJVJlVKx0wHwYDVR0jBBgwFoAUXTNILb+Xz9bDlRdPjJrJVJlVKx0wDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiApJ7T3QlPxkqk8avqwX/k5
3QdhES1q1IVzxI0aWz6vFQIhAJE6a2arSpnZPpCthNnuIuWqsO7CkNtw02gIJKSJ
TJUc
-----END CERTIFICATE-----`,
} as const
