/** What the ledger, the schema {@code pulse} beside the data, says of runs. */
package io.cloudpulse.schemas.ledger;
