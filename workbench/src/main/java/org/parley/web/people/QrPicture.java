package org.parley.web.people;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as the path of a picture, one unit a module.
///
/// @param size the units of each side, with the quiet zone of four that readers need
/// @param path the dark modules, as the path of an SVG
public record QrPicture(int size, String path) {

  private static final int QUIET = 4;

  /// That of a text of up to some 2,000 characters.
  public static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      row(code, y, path);
    }
    return new QrPicture(code.size + 2 * QUIET, path.toString());
  }

  private static void row(QrCode code, int y, StringBuilder path) {
    for (int x = 0; x < code.size; x++) {
      int from = x;
      while (code.getModule(x, y)) {
        x++;
      }
      if (x > from) {
        path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
        path.append('h').append(x - from).append("v1h-").append(x - from).append('z');
      }
    }
  }
}
