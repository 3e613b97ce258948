package org.parley.reading.source;

/// Upper bounds on unpacking and reading one file, so that a small file cannot take a large amount
/// of memory or time.
final class UnpackLimits {

  /// The most characters that are extracted from a PDF.
  static final int CHARACTERS = 1_000_000;

  /// The most characters of one page of a PDF.
  static final int CHARACTERS_A_PAGE = 100_000;

  /// The most pages of a PDF.
  static final int PAGES = 2_000;

  /// The most form XObjects that are drawn, each as often as it is: forms draw forms.
  static final int FORMS = 10_000;

  /// The most bytes one stream of a PDF may decode to.
  static final int STREAM_BYTES = 32 << 20;

  /// The most bytes all streams of a PDF together may decode to, each as often as it is decoded.
  static final long DECODED_BYTES = 256L << 20;

  /// The widest row of a predictor of a PDF stream, in samples.
  static final int PREDICTOR_COLUMNS = 1 << 16;

  /// The most seconds that text is extracted from a PDF.
  static final int SECONDS = 30;

  /// A DOCX or ODT: its text is a tree in memory, some ten times as large, and its pictures are not
  /// read.
  static final BoundedZip.ZipBounds OFFICE = new BoundedZip.ZipBounds(1_000, 16 << 20, 128 << 20);

  /// The most characters of a page of HTML.
  static final int HTML_CHARACTERS = 8 << 20;

  /// The deepest nesting of HTML elements: the work of a parser per level grows with the depth.
  static final int HTML_DEPTH = 1_000;

  private UnpackLimits() {}

  /// A limit was exceeded. Unchecked, because parsers that repair damaged files catch checked
  /// exceptions and continue.
  static final class ExceededException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExceededException(String message) {
      super(message, null, false, false);
    }
  }
}
