/** What was so in a session at any moment, what changed between two, and who did what? */
@NullMarked
package org.examledger.query.audit;

import org.jspecify.annotations.NullMarked;
