package org.parley.store.people;

import java.io.ByteArrayOutputStream;

/// Base32 without padding (RFC 4648), as authenticator apps read secrets.
final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte each : bytes) {
      held = (held << Byte.SIZE | (each & 0xFF)) & 0xFFFF;
      for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
        text.append(LETTERS.charAt(held >> (bits - BITS) & 31));
      }
    }
    if (bits > 0) {
      text.append(LETTERS.charAt(held << (BITS - bits) & 31));
    }
    return text.toString();
  }

  /// @throws IllegalArgumentException if it has another character
  static byte[] decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = LETTERS.indexOf(text.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("character " + i + " is not of Base32");
      }
      held = (held << BITS | value) & 0xFFFF;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.write(held >> bits & 0xFF);
      }
    }
    return bytes.toByteArray();
  }
}
