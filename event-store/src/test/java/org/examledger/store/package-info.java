/** Tests of the event store against a real PostgreSQL. */
@NullMarked
package org.examledger.store;

import org.jspecify.annotations.NullMarked;
