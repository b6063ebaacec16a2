package org.examledger.command;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of the command side; a process that handles commands imports it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CommandSide {}
