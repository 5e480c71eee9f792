import type { SignatureFault } from '../../identity';

/** 签名为什么不予接受. */
export const SIGNATURE_FAULT: Record<SignatureFault, string> = {
  'too-large': '指令超过 64 KiB，请精简文字',
  malformed: '不是紧凑格式的 JWS，请用 rectify 或客户端签名后提交',
  'wrong-algorithm': '只接受 EdDSA（Ed25519），请用 rectify keygen 生成的私钥签名',
  'wrong-header': '签名头含有 alg、kid、typ 以外的字段，请用 rectify 或客户端签名后提交',
  'unknown-key': '名册中没有此人的这个公钥，请用与已登记公钥对应的私钥签名',
  'bad-signature': '与所签内容不符，请对原指令重新签名',
  'not-canonical': '所签内容不是规范的 JSON（RFC 8785），请用 rectify 或客户端签名后提交',
  'key-not-yet-valid': '公钥尚未启用，请到启用之日再办，或联系整改办',
  'key-expired': '公钥已停用，请改用更换后的私钥签名',
  'key-revoked': '公钥已作废，请用 rectify keygen 重新生成',
};
