/** Which systems are compared, and how does each get its sessions? */
@NullMarked
package org.examledger.benchmarks.systems;

import org.jspecify.annotations.NullMarked;
