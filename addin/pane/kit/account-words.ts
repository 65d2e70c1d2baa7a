/** What signing in and one's password are spoken of with. */
import type { Bilingual } from "../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const ACCOUNT = {
  email: two("Địa chỉ thư điện tử", "E-mail address"),
  password: two("Mật khẩu", "Password"),
  showPassword: two("Hiện mật khẩu", "Show the password"),
  signIn: two("Đăng nhập", "Sign in"),
  or: two("hoặc", "or"),
  oidc: (name: string): Bilingual => two(`Đăng nhập một lần bằng ${name}`, `Single sign-on with ${name}`),
  oidcHint: two(
    "Một cửa sổ riêng sẽ mở ra; đăng nhập xong, cửa sổ tự đóng.",
    "A window of its own opens, and closes when you have signed in.",
  ),
  changeHeading: two("Đổi mật khẩu", "Change your password"),
  changeForced: two(
    "Bạn đang dùng mật khẩu được cấp lần đầu. Xin đặt mật khẩu của riêng bạn trước khi tiếp tục.",
    "You are using the first password you were given. Please set your own before going on.",
  ),
  current: two("Mật khẩu hiện tại", "Current password"),
  next: two("Mật khẩu mới", "New password"),
  again: two("Nhập lại mật khẩu mới", "New password, again"),
  rules: two(
    "Ít nhất 10 ký tự, mật khẩu dài tốt hơn mật khẩu phức tạp; không chỉ gồm chữ số; không chứa họ tên hay địa chỉ thư điện tử của bạn; không dễ đoán như “matkhau123”; khác mật khẩu cũ.",
    "At least 10 characters, and longer is better than odder; not only digits; without your name or e-mail address; not easy to guess, as “password123” is; not the old one.",
  ),
  otherSessionsEnd: two(
    "Sau khi đổi, các thiết bị khác phải đăng nhập lại.",
    "Afterwards, other devices have to sign in again.",
  ),
  tooShort: two("Mật khẩu mới cần ít nhất 10 ký tự.", "The new password needs at least 10 characters."),
  notTheSame: two("Hai lần nhập mật khẩu mới chưa giống nhau.", "The new password was typed in two different ways."),
  notNew: two("Mật khẩu mới phải khác mật khẩu cũ.", "The new password must differ from the old one."),
  change: two("Đổi mật khẩu", "Change the password"),
  changed: two("Đã đổi mật khẩu.", "Your password is changed."),
  signOut: two("Đăng xuất", "Sign out"),
  signOutEverywhere: two("Đăng xuất khỏi mọi thiết bị", "Sign out everywhere"),
  signOutAsk: two(
    "Mọi thiết bị đang dùng tài khoản này sẽ phải đăng nhập lại.",
    "Every device that uses this account will have to sign in again.",
  ),
} as const;
