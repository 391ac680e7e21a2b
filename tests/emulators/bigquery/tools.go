//go:build tools

// Package bigquery pins the emulator that the tests start.
package bigquery

import _ "github.com/goccy/bigquery-emulator/cmd/bigquery-emulator"
