/** What does HC see of an exam while it is being taken? */
@NullMarked
package org.examledger.query.monitor;

import org.jspecify.annotations.NullMarked;
