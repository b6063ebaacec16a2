/** Does the service do what each of the seed documents asks for? */
@NullMarked
package org.examledger.endtoend.seeds;

import org.jspecify.annotations.NullMarked;
