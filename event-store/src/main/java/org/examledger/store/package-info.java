/** Answers the question how facts are remembered and read back in order: Axon's event store on PostgreSQL. */
@NullMarked
package org.examledger.store;

import org.jspecify.annotations.NullMarked;
