/** Expressions over the fields of a record, in CEL, behind an interface of our own. */
package io.cloudpulse.schemas.expression;
