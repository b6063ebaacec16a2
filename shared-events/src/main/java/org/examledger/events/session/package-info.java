/** What can happen in one worker's session of one exam? */
@NullMarked
package org.examledger.events.session;

import org.jspecify.annotations.NullMarked;
