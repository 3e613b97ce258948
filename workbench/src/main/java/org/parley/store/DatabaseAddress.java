package org.parley.store;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.store.cipher.JournalKey;

/// The address of a journal: a file, or a PostgreSQL database.
///
/// Secrets are kept apart: [#toString] and [#url] contain none, and [#masked] redacts them from
/// other texts. The password comes from the password file, the address, or the environment
/// (`PARLEY_DATABASE_PASSWORD`, then `PGPASSWORD`). Else the driver reads the file named by
/// `PGPASSFILE`, or `~/.pgpass`.
public final class DatabaseAddress {

  private static final String SCHEME = "postgresql://";
  private static final String SCHEMA = "currentSchema";
  private static final String H2_FILE = ".mv.db";
  private static final List<String> SECRETS = List.of("password", "sslpassword");
  private static final List<String> VARIABLES = List.of("PARLEY_DATABASE_PASSWORD", "PGPASSWORD");

  private static final String HIDDEN = "***";
  private static final Pattern NAMED_SECRET =
      Pattern.compile("(?i)((?:ssl)?pass(?:word|wd|phrase)?=)[^&\\s\"']+");
  private static final Pattern USER_INFO = Pattern.compile("(://[^:@/\\s]*:)[^\\s\"']*(?=@)");

  private final String shown;
  private final @Nullable Path file;
  private final @Nullable String schema;
  private final Map<String, String> secrets;
  private final boolean telling;
  private final @Nullable JournalKey key;

  /// The password of an encrypted file; null before the file was looked at.
  private final @Nullable String filePassword;

  /// The id that connections carry; null for one of their own.
  private final @Nullable String node;

  private DatabaseAddress(
      String shown, @Nullable Path file, Map<String, String> secrets, boolean telling) {
    this(shown, file, null, secrets, telling, null, null, null);
  }

  private DatabaseAddress(
      String shown,
      @Nullable Path file,
      @Nullable String schema,
      Map<String, String> secrets,
      boolean telling,
      @Nullable JournalKey key,
      @Nullable String filePassword,
      @Nullable String node) {
    this.shown = shown;
    this.file = file;
    this.schema = schema;
    this.secrets = new TreeMap<>(secrets);
    this.telling = telling;
    this.key = key;
    this.filePassword = filePassword;
    this.node = node;
  }

  /// The journal in a file.
  ///
  /// @param file its path, with or without the ending `.mv.db`
  public static DatabaseAddress ofFile(Path file) {
    String name = file.toString();
    return new DatabaseAddress(
        name.endsWith(H2_FILE) ? name.substring(0, name.length() - H2_FILE.length()) : name,
        name.endsWith(H2_FILE)
            ? Path.of(name.substring(0, name.length() - H2_FILE.length()))
            : file,
        Map.of(),
        false);
  }

  /// Parses an address: `postgresql://host:port/name?user=ann`, or the path of a file.
  ///
  /// @throws JournalUnavailableException if it is neither
  public static DatabaseAddress of(String address) throws JournalUnavailableException {
    if (!address.contains("://")) {
      return ofFile(Path.of(address));
    }
    if (!address.startsWith(SCHEME)) {
      throw new JournalUnavailableException(
          "\""
              + masked(address)
              + "\" is not the address of a database. Maybe begin it with postgresql://",
          null);
    }
    Map<String, String> secrets = new LinkedHashMap<>();
    int query = address.indexOf('?');
    String place = query < 0 ? address : address.substring(0, query);
    List<String> parameters = new ArrayList<>();
    int at = place.lastIndexOf('@');
    if (at >= 0) {
      String[] who = place.substring(SCHEME.length(), at).split(":", 2);
      place = SCHEME + place.substring(at + 1);
      parameters.add("user=" + who[0]);
      if (who.length == 2) {
        secrets.put("password", decoded(who[1].replace("+", "%2B")));
      }
    }
    for (String each : query < 0 ? new String[0] : address.substring(query + 1).split("&", -1)) {
      String[] parts = each.split("=", 2);
      if (parts.length == 2 && SECRETS.contains(parts[0])) {
        secrets.put(parts[0], decoded(parts[1]));
      } else if (!each.isEmpty()) {
        parameters.add(each);
      }
    }
    String shown = place + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    return new DatabaseAddress(shown, null, secrets, !secrets.isEmpty());
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /// The address with a password from a file or the environment.
  ///
  /// @param passwordFile its first line is the password; null for none
  /// @throws JournalUnavailableException if the file cannot be read
  public DatabaseAddress with(Map<String, String> environment, @Nullable Path passwordFile)
      throws JournalUnavailableException {
    Map<String, String> all = new LinkedHashMap<>(secrets);
    if (passwordFile != null) {
      all.put("password", firstLine(passwordFile));
    }
    if (file == null) {
      for (String variable : VARIABLES) {
        String value = environment.get(variable);
        if (value != null && !value.isEmpty()) {
          all.putIfAbsent("password", value);
        }
      }
    }
    return new DatabaseAddress(shown, file, schema, all, telling, key, filePassword, node);
  }

  /// The journal in a file that is encrypted with a key, and is begun so where there is none.
  ///
  /// @param given the key; null for a file that is not encrypted
  public DatabaseAddress withKey(@Nullable JournalKey given) {
    return new DatabaseAddress(shown, file, schema, secrets, telling, given, null, node);
  }

  /// The same with a key, or without one if the file is there and not encrypted.
  public DatabaseAddress withKeyIfNeeded(@Nullable JournalKey given) throws IOException {
    Path of = file;
    boolean isPlain = of != null && given != null && FileCipher.isPlain(h2File(of));
    return withKey(isPlain ? null : given);
  }

  /// Another file under the same key.
  public DatabaseAddress sibling(Path other) {
    return ofFile(other).withKey(key);
  }

  /// The key of the file; null for none.
  public @Nullable JournalKey key() {
    return key;
  }

  /// The same file, with the password that it opens with.
  ///
  /// @param password null if the file is not encrypted
  DatabaseAddress opening(@Nullable String password) {
    return new DatabaseAddress(shown, file, schema, secrets, telling, key, password, node);
  }

  /// Whether the driver encrypts the file.
  boolean isEncrypted() {
    return filePassword != null;
  }

  /// The same database, with its tables in a schema of their own: that of one case among others.
  ///
  /// @param name the schema: lower-case letters, digits and `_`
  /// @throws IllegalStateException for a file
  public DatabaseAddress inSchema(String name) {
    if (file != null) {
      throw new IllegalStateException("a file has no schemas: " + shown);
    }
    String mark = shown.contains("?") ? "&" : "?";
    return new DatabaseAddress(
        shown + mark + SCHEMA + "=" + name, null, name, secrets, telling, null, null, node);
  }

  /// The same, for connections that carry an id: all of one server are listed, and ended, together.
  public DatabaseAddress ofNode(String id) {
    return new DatabaseAddress(shown, file, schema, secrets, telling, key, filePassword, id);
  }

  /// The id that its connections carry; null for one of their own.
  @Nullable String node() {
    return node;
  }

  /// Whether it names a schema as typed.
  public boolean namesSchema() {
    return shown.contains(SCHEMA + "=");
  }

  private static String firstLine(Path passwordFile) throws JournalUnavailableException {
    try {
      String text = Files.readString(passwordFile);
      return text.lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new JournalUnavailableException(
          "the password file \""
              + passwordFile
              + "\" cannot be read. Maybe check the path, and who may read it",
          e);
    }
  }

  /// Whether the address as typed contains a password.
  public boolean tellsPassword() {
    return telling;
  }

  /// The schema of its tables; null for the usual one.
  @Nullable String schema() {
    return schema;
  }

  /// The file without its ending; null for a server.
  public @Nullable Path file() {
    return file;
  }

  /// The file that holds the journal.
  static Path h2File(Path file) {
    return file.resolveSibling(file.getFileName() + H2_FILE);
  }

  /// The address for the driver of a server, without secrets.
  String url() {
    return "jdbc:" + shown;
  }

  /// Secrets by the property names of the driver.
  Map<String, String> secrets() {
    if (file == null) {
      return new TreeMap<>(secrets);
    }
    // H2 takes the password of the file and that of the user, which is empty, with a space between.
    return filePassword == null ? Map.of() : Map.of("password", filePassword + " ");
  }

  /// A text with the secrets of this address redacted.
  String hide(String words) {
    String hidden = masked(words);
    for (String secret : secrets.values()) {
      hidden = secret.isEmpty() ? hidden : hidden.replace(secret, HIDDEN);
    }
    return filePassword == null ? hidden : hidden.replace(filePassword, HIDDEN);
  }

  /// A text with every password in an address redacted.
  public static String masked(String words) {
    String hidden = NAMED_SECRET.matcher(words).replaceAll("$1" + HIDDEN);
    return USER_INFO.matcher(hidden).replaceAll("$1" + HIDDEN);
  }

  /// The address, without secrets.
  @Override
  public String toString() {
    return shown;
  }
}
