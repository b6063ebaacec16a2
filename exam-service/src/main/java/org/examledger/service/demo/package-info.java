/** What does somebody find who starts the service for the first time? */
@NullMarked
package org.examledger.service.demo;

import org.jspecify.annotations.NullMarked;
