/** What do tests of the query side need around them: a log, a PostgreSQL, a clock and people? */
@NullMarked
package org.examledger.query.world;

import org.jspecify.annotations.NullMarked;
