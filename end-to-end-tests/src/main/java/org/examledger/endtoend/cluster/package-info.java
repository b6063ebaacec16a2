/** How do several processes, their database and their balancer start on one machine, and end again? */
@NullMarked
package org.examledger.endtoend.cluster;

import org.jspecify.annotations.NullMarked;
