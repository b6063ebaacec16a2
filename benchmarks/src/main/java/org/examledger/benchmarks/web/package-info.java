/** What do all baselines share: sign-in, tokens and the shape of a receipt? */
@NullMarked
package org.examledger.benchmarks.web;

import org.jspecify.annotations.NullMarked;
