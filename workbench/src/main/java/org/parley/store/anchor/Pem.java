package org.parley.store.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keys as PEM, as OpenSSL writes them.
final class Pem {

  private static final int LONGEST = 64 << 10;
  private static final int LINE = 64;

  private Pem() {}

  /// The bytes of the first block with a label.
  ///
  /// @param label `PRIVATE KEY`
  /// @throws AnchorRefused if there is none
  static byte[] read(Path file, String label) throws IOException, AnchorRefused {
    if (Files.size(file) > LONGEST) {
      throw new AnchorRefused("\"" + file + "\" is too long for a key. Maybe name another file");
    }
    Matcher found =
        Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label)
            .matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!found.find()) {
      throw new AnchorRefused(
          "\"" + file + "\" holds no " + label + " as PEM. Maybe make one with parley anchor key");
    }
    return Base64.getMimeDecoder().decode(found.group(1));
  }

  /// A block of PEM.
  static String text(String label, byte[] bytes) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
