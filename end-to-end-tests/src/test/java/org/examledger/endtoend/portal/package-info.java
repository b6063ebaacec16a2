/** Does the exam page of the portal that came before work against this service? */
@NullMarked
package org.examledger.endtoend.portal;

import org.jspecify.annotations.NullMarked;
