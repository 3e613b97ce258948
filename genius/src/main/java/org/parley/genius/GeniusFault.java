package org.parley.genius;

import org.parley.model.Refusal;

/// Why files of GENIUS make no bargaining problem. An issue is named as the domain names it.
public sealed interface GeniusFault extends Refusal {

  /// Faults that need no value.
  enum Plain implements GeniusFault {
    NO_ISSUE,
    REAL_ISSUE,
    SECOND_DOMAIN,
    NEITHER_DOMAIN_NOR_PROFILE,
    NO_PROFILE,
    STATED_TWICE,
    INCLUDES_AND_EXCLUDES
  }

  record NotAValueOf(String text, String issue) implements GeniusFault {}

  record IssueIndexTwice(int index) implements GeniusFault {}

  record IssueNameTwice(String issue) implements GeniusFault {}

  record UnknownIssueType(String type) implements GeniusFault {}

  record IssueWithoutValues(String issue) implements GeniusFault {}

  /// An issue of whole numbers that has none, or too many.
  ///
  /// @param most how many values it may have
  record IssueBounds(String issue, int low, int high, int most) implements GeniusFault {}

  record NoSuchIssue(String index) implements GeniusFault {}

  record UnknownProfileType(String type) implements GeniusFault {}

  /// A profile without an issue of the domain.
  record SilentOnIssue(String issue) implements GeniusFault {}

  record WeightBelowZero(String text) implements GeniusFault {}

  record EvaluationBelowZero(String text) implements GeniusFault {}

  record WeightTwice(String index) implements GeniusFault {}

  /// An issue that is of whole numbers in the domain alone, or in the profile alone.
  record OtherIssueType(String issue, boolean isIntegerInDomain) implements GeniusFault {}

  /// An issue that the profile calls by another name.
  ///
  /// @param name its name in the profile
  record OtherIssueName(String name, String issue) implements GeniusFault {}

  record IssueWithoutWeight(String issue, String index) implements GeniusFault {}

  record IssueTwice(String issue) implements GeniusFault {}

  record UnreadEvaluator(String type) implements GeniusFault {}

  record LargestUtilityNotPositive(String text) implements GeniusFault {}

  record FunctionCount(int functions) implements GeniusFault {}

  record UnreadAggregation(String aggregation) implements GeniusFault {}

  /// An element that has no meaning where it stands.
  record NotReadIn(String parent) implements GeniusFault {}

  record NotAnIntegerIssue(String issue) implements GeniusFault {}

  record RankedTwice(String issue) implements GeniusFault {}

  record UnrankedValue(String issue) implements GeniusFault {}

  /// A rule on numbers, about a value that is none.
  record RuleNeedsNumber(String text) implements GeniusFault {}

  record CheckCount(int checks) implements GeniusFault {}

  record TooManyCombinations(int most) implements GeniusFault {}
}
