/** What does every fact have in common? */
@NullMarked
package org.examledger.events;

import org.jspecify.annotations.NullMarked;
