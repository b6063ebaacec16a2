/** What do faults strike: PostgreSQL, services, and the lines between them? */
@NullMarked
package org.examledger.faults.stage;

import org.jspecify.annotations.NullMarked;
