package org.parley.exchange.agreement;

/// Which provisions become points. Those within a point are part of its text.
public enum AgreementDepth {
  /// Articles, and numbered points that stand in no article.
  ARTICLES,
  /// The paragraphs of articles too, and the items of numbered points.
  PARAGRAPHS,
  /// Every provision that has a number.
  ALL
}
