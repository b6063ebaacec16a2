/** How does a process do what nobody waits for? */
@NullMarked
package org.examledger.query.work;

import org.jspecify.annotations.NullMarked;
