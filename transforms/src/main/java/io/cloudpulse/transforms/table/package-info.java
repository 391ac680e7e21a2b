/** Tables as sources: how a stored row becomes a record again, whatever system stores it. */
package io.cloudpulse.transforms.table;
