package org.parley.archive;

/// A line that holds no article.
public final class BadArticleException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 80;

  private final ArticleFault fault;
  private final String field;
  private final String value;

  /// @param field the field that is wrong; empty for the whole line
  /// @param value what stands there, of which the beginning is kept
  public BadArticleException(ArticleFault fault, String field, String value) {
    super(fault + " " + field);
    this.fault = fault;
    this.field = field;
    this.value =
        value
            .codePoints()
            .limit(SHOWN)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  public ArticleFault fault() {
    return fault;
  }

  /// The field that is wrong; empty for the whole line.
  public String field() {
    return field;
  }

  /// The beginning of the value that is wrong.
  public String value() {
    return value;
  }
}
