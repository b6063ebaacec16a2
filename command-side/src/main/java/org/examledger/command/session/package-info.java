/** What may happen in a worker's session? */
@NullMarked
package org.examledger.command.session;

import org.jspecify.annotations.NullMarked;
