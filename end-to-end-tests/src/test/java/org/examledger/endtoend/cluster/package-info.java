/** Does it all work behind a balancer, whichever process ends meanwhile? */
@NullMarked
package org.examledger.endtoend.cluster;

import org.jspecify.annotations.NullMarked;
