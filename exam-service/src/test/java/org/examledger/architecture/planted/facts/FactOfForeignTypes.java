package org.examledger.architecture.planted.facts;

import java.util.List;
import org.examledger.events.Fact;
import org.springframework.http.HttpMethod;

/** Planted: a fact that nobody can read without a framework, however deep it hides. */
public record FactOfForeignTypes(List<HttpMethod> methods) implements Fact {}
