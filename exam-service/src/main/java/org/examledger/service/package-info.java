/** How does it start, and from which settings? */
@NullMarked
package org.examledger.service;

import org.jspecify.annotations.NullMarked;
